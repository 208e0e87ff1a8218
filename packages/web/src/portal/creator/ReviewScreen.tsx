import type { BriefState } from '@kolibra/core/briefs'
import { shanghaiClock } from '@kolibra/core/shared'
import { useEffect, useState } from 'react'
import { sendPart } from './ask.ts'
import { TalkContext } from './AskItem.tsx'
import { BriefSections } from './BriefSections.tsx'
import type { ReviewData } from './page-data.ts'
import { Field, Part, SendButton } from './parts.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

interface ReviewProps {
  readonly linkId: string
  readonly page: ReviewData
  /** Reads the page anew after something was sent. */
  readonly onChange: () => Promise<void>
}
type ReviewedBrief = NonNullable<ReviewData['brief']>

function Decision({ linkId, brief, onChange }: Omit<ReviewProps, 'page'> & { brief: ReviewedBrief }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const said = note.trim() === '' ? null : note.trim()
  const decide = async (move: 'approve' | 'request_changes') => {
    await sendPart(`${linkId}/reviews`, { briefId: brief.id, move, note: said })
    await onChange()
    window.scrollTo(0, 0)
  }
  const approving = useSending(() => decide('approve'))
  const asking = useSending(() => decide('request_changes'))
  return (
    <section className="part" id="decide">
      <h2>{t('review_decide')}</h2>
      <p className="dim">{t('review_hint')}</p>
      <Field label={t('review_note')} lines={3} value={note} onChange={setNote} />
      <SendButton label={t('review_approve')} sending={approving} disabled={asking.busy} />
      <SendButton label={t('review_changes')} sending={asking} disabled={said === null || approving.busy} quiet />
    </section>
  )
}

function Decisions({ decisions }: Pick<ReviewedBrief, 'decisions'>) {
  const { t } = useWords()
  if (decisions.length === 0) return null
  return (
    <Part title={t('review_decided')}>
      <ul className="lines">
        {decisions.map(({ move, note, at, isOwn }) => (
          <li key={at + move}>
            {t(`review_${move}_done`)} · {isOwn ? t('review_byMe') : t('review_byOther')} · {shanghaiClock(at)}
            {note !== null && <span className="line note">{note}</span>}
          </li>
        ))}
      </ul>
    </Part>
  )
}

const MARK: Readonly<Record<BriefState, string>> = {
  draft: '○',
  in_review: '●',
  changes_requested: '○',
  approved: '✓',
  sent: '✓',
  acknowledged: '✓',
}

function Version({ linkId, brief, onChange }: Omit<ReviewProps, 'page'> & { brief: ReviewedBrief }) {
  const { t } = useWords()
  const { id, content, version, state, mayDecide, decisions, threads } = brief
  // The receipt is the server's to keep once; one that got lost comes at the next look.
  useEffect(() => void sendPart(`${linkId}/review-receipts`, { briefId: id }).catch(() => undefined), [linkId, id])
  const platforms = [...content.deliverables, ...content.disclosure.platforms].map(({ platform }) => platform)
  const speaking = {
    briefId: id,
    threads,
    sayPath: `${linkId}/review-comments`,
    stepPath: `${linkId}/review-comment-steps`,
    words: { title: 'say', field: 'sayField', send: 'saySend' },
    mayComment: true,
    onChange,
  } as const
  return (
    <TalkContext value={speaking}>
      <h1>{t('brief_version', { version })}</h1>
      <p className={`turn turn-${mayDecide ? 'creator' : 'desk'}`}>
        <span className="chip">
          <span aria-hidden>{mayDecide ? '●' : MARK[state]} </span>
          {t(mayDecide ? 'yourTurn' : `review_state_${state}`)}
        </span>{' '}
        <strong>{t(mayDecide ? 'review_turn' : 'review_noTurn')}</strong>
      </p>
      {mayDecide && (
        <a className="quiet" href="#decide">
          {t('review_toDecision')}
        </a>
      )}
      <Decisions decisions={decisions} />
      <BriefSections content={content} platforms={platforms} />
      {mayDecide && <Decision linkId={linkId} brief={brief} onChange={onChange} />}
    </TalkContext>
  )
}

/** The page of a reviewer outside: the version as its creators will read it, a word on every line, and the decision. */
export function ReviewScreen({ linkId, page, onChange }: ReviewProps) {
  const { t } = useWords()
  const { brief, campaign, reviewer, desk, expiresAt } = page
  const who = [reviewer.name, reviewer.party].filter((part) => part !== null).join(' · ')
  return (
    <>
      <p className="dim">
        {campaign.brand} · {campaign.product}
        <span className="line">{t('review_for', { who })}</span>
      </p>
      {brief === null ? (
        <Part title={t('review_none')}>
          <p>{t('review_noneText')}</p>
        </Part>
      ) : (
        <Version linkId={linkId} brief={brief} onChange={onChange} />
      )}
      <p className="dim">
        {t('deskOf', { desk })} <span className="line">{t('endsOn', { day: shanghaiClock(expiresAt) })}</span>
      </p>
    </>
  )
}
