import { shanghaiClock } from '@kolibra/core/shared'
import { useEffect, useState } from 'react'
import { readPart, sendPart } from './ask.ts'
import { BackLink } from './HomeScreen.tsx'
import type { HeldData, PageData } from './page-data.ts'
import { More, Part, SendButton } from './parts.tsx'
import { OwnExperiences } from './OwnExperiences.tsx'
import { requestOf } from './request-of.ts'
import { RequestList } from './RequestList.tsx'
import { useProblemText, useSending } from './use-sending.ts'
import { keyOr, useWords } from './use-words.ts'

function Basis({ held: { name, loan, lockedUntil } }: { held: HeldData }) {
  const { t } = useWords()
  const basis = loan === null ? null : t(keyOr(`basis_${loan.basis}`, 'held_other'))
  return (
    <>
      {name !== null && <p>{t('heldName', { name })}</p>}
      <p>{loan === null || basis === null ? t('heldNoBasis') : t('heldBasis', { basis, since: loan.since })}</p>
      {loan !== null && loan.until !== null && <p>{t('heldUntil', { until: loan.until })}</p>}
      {lockedUntil !== null && <p>{t('heldLocked', { until: lockedUntil })}</p>}
    </>
  )
}

function Held({ held }: { held: HeldData }) {
  const { t } = useWords()
  return (
    <>
      <Basis held={held} />
      <ul className="lines">
        {held.kinds.map(({ kind, count }) => (
          <li key={kind} className="row">
            <span>{t(keyOr(`held_${kind}`, 'held_other'))}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      <Part title={t('heldDevices')}>
        <ul className="lines">
          {held.devices.map(({ name, seenAt }) => (
            <li key={`${name} ${seenAt}`} className="row" data-raw>
              <span>{name ?? '—'}</span>
              <span>{shanghaiClock(seenAt)}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

/** What is held about the creator, and how to have it erased. */
export function HeldScreen({ linkId, page, onChange }: { linkId: string; page: PageData; onChange: () => Promise<void> }) {
  const { t } = useWords()
  const tell = useProblemText()
  const [held, setHeld] = useState<HeldData | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    readPart<HeldData>(`${linkId}/held`).then(setHeld, setProblem)
  }, [linkId])
  const sending = useSending(async () => {
    await sendPart(`${linkId}/requests`, requestOf('erasure', {}))
    await onChange()
  })
  const isAsked = page.requests.some(({ kind, settlement }) => kind === 'erasure' && settlement === null)
  return (
    <>
      <BackLink />
      <h1>{t('heldTitle')}</h1>
      <p className="dim">{t('heldIntro')}</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {tell(problem)}
        </p>
      )}
      {held !== null && <Held held={held} />}
      <OwnExperiences linkId={linkId} />
      {isAsked ? (
        <p className="note" role="status">
          {t('eraseWaits')}
        </p>
      ) : (
        <More title={t('erase')}>
          <p>{t('eraseHint')}</p>
          <SendButton label={t('eraseSend')} sending={sending} />
        </More>
      )}
      <RequestList requests={page.requests} />
    </>
  )
}
