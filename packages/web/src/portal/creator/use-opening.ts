import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api.ts'
import { mintKey, readPart, sendPart } from './ask.ts'
import type { PageData, ReviewData } from './page-data.ts'

/** Where the page stands: opening, waiting for a code, open, or refused. */
export type Opening =
  | { readonly phase: 'opening' }
  | { readonly phase: 'code'; readonly linkId: string }
  | { readonly phase: 'open'; readonly linkId: string; readonly page: PageData }
  | { readonly phase: 'review'; readonly linkId: string; readonly page: ReviewData }
  | { readonly phase: 'refused'; readonly error: unknown }

/** What the server answers to a token or a code: the page itself for who is in, of a creator or of a reviewer. */
export interface Entry {
  readonly linkId: string
  readonly state: 'open' | 'code'
  readonly kind: 'creator' | 'reviewer'
  readonly page: PageData | null
  readonly review: ReviewData | null
}

const PATHS = { creator: 'c', reviewer: 'r' } as const
const isReviewPage = () => location.pathname.startsWith(`/${PATHS.reviewer}/`)
const isId = (part: string) => /^[0-9a-f-]{36}$/.test(part)

const TOKENS = 'kolibra-creator-token'

// The token leaves the address at once. It stays with the tab, so that a new code can be asked for after a reload.
function keepToken(linkId: string, token: string): void {
  try {
    sessionStorage.setItem(`${TOKENS}-${linkId}`, token)
  } catch {
    // A browser that keeps nothing needs the link again.
  }
}

function findToken(linkId: string): string | null {
  try {
    return sessionStorage.getItem(`${TOKENS}-${linkId}`)
  } catch {
    return null
  }
}

const PHONE = 'kolibra-creator-phone'
let phoneKey = ''

// What this phone opens links with: when the first answer gets lost, the same phone asks again and is in.
function findPhoneKey(): string {
  try {
    phoneKey = localStorage.getItem(PHONE) ?? (phoneKey === '' ? mintKey() : phoneKey)
    localStorage.setItem(PHONE, phoneKey)
  } catch {
    // A browser that keeps nothing has the key as long as the page lies open.
    phoneKey = phoneKey === '' ? mintKey() : phoneKey
  }
  return phoneKey
}

/** Opens the link in the address: a token is exchanged for this device's cookie and gives way to the link's id. */
export function useOpening() {
  const [opening, setOpening] = useState<Opening>({ phase: 'opening' })
  const started = useRef(false)

  const load = async (linkId: string) => {
    if (isReviewPage()) setOpening({ phase: 'review', linkId, page: await readPart<ReviewData>(`${linkId}/review`) })
    else setOpening({ phase: 'open', linkId, page: await readPart<PageData>(linkId) })
  }
  const enter = ({ linkId, page, review }: Entry) => {
    if (page !== null) setOpening({ phase: 'open', linkId, page })
    else setOpening(review === null ? { phase: 'code', linkId } : { phase: 'review', linkId, page: review })
  }
  const exchange = async (token: string) => {
    const entry = await sendPart<Entry>('openings', { token, openingKey: findPhoneKey() })
    history.replaceState(null, '', `/${PATHS[entry.kind]}/${entry.linkId}${location.hash}`)
    if (entry.state === 'code') keepToken(entry.linkId, token)
    enter(entry)
  }
  const open = async () => {
    const part = location.pathname.split('/')[2] ?? ''
    if (!isId(part)) return exchange(part)
    try {
      await load(part)
    } catch (error) {
      const token = findToken(part)
      if (!(error instanceof ApiError) || error.problem.status !== 401 || token === null) throw error
      await exchange(token)
    }
  }
  const start = () => {
    setOpening({ phase: 'opening' })
    open().catch((error: unknown) => setOpening({ phase: 'refused', error }))
  }
  useEffect(() => {
    if (started.current) return
    started.current = true
    start()
  })
  return { opening, start, load, enter }
}
