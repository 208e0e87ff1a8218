import type { OwnDraft } from '@kolibra/core/portal'
import { useState } from 'react'
import type { OwnPost } from './page-data.ts'

const keyOf = (postId: string) => `kolibra-creator-draft-${postId}`
const BLANK: OwnDraft = { title: '', text: '', link: null, label: null, usedProduct: null, aiUse: null }

function readKept(postId: string): Partial<OwnDraft> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(postId)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

function keep(postId: string, own: OwnDraft | null): void {
  try {
    if (own === null) localStorage.removeItem(keyOf(postId))
    else localStorage.setItem(keyOf(postId), JSON.stringify(own))
  } catch {
    // A browser that keeps nothing still sends.
  }
}

/** The draft as it is typed: kept on the phone until it is sent, and the last one sent to begin with. */
export function useKeptDraft({ deliverable, draft }: OwnPost) {
  const [own, setOwn] = useState<OwnDraft>(() => ({
    ...BLANK,
    ...(draft === null ? {} : { title: draft.title, text: draft.text, link: draft.link, label: draft.label }),
    ...readKept(deliverable.id),
  }))
  const change = (changed: Partial<OwnDraft>) => {
    const next = { ...own, ...changed }
    setOwn(next)
    keep(deliverable.id, next)
  }
  return { own, change, forget: () => keep(deliverable.id, null) }
}
