import type { PlayedDeliverable } from '@kolibra/core/briefs'
import { PLATFORM_NAMES_ZH, type Platform } from '@kolibra/core/shared'
import { sendPart } from './ask.ts'
import { sayIn } from './name-item.ts'
import { nameFormat, namePlatform } from './name-post.ts'
import type { BriefTalk } from './page-data.ts'
import { Choice, Field, Part, SendButton } from './parts.tsx'
import { useKeptPlayback } from './use-kept-playback.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

// What creators post most, beside what the brief names: the choice must not give the answer away.
const USUAL_FORMATS = ['note', 'note_video', 'video_21_60s', 'live']

const isPlatform = (value: string): value is Platform => Object.hasOwn(PLATFORM_NAMES_ZH, value)

interface RowProps {
  readonly place: number
  readonly said: PlayedDeliverable
  readonly formats: readonly string[]
  /** Whether the brief demands a time of day. */
  readonly hasTime: boolean
  readonly onSay: (said: PlayedDeliverable) => void
}

function PlayedRow({ place, said, formats, hasTime, onSay }: RowProps) {
  const { t, language } = useWords()
  const change = (part: Partial<PlayedDeliverable>) => onSay({ ...said, ...part })
  const blank = { value: '', label: t('unanswered') }
  const platforms = Object.keys(PLATFORM_NAMES_ZH).map((value) => ({ value, label: namePlatform(value, language) }))
  return (
    <Part title={t('playPost', { place })}>
      <Choice
        label={t('playWhere')}
        value={said.platform ?? ''}
        options={[blank, ...platforms]}
        onChange={(value) => change({ platform: isPlatform(value) ? value : null })}
      />
      <Choice
        label={t('playFormat')}
        value={said.format ?? ''}
        options={[blank, ...formats.map((value) => ({ value, label: nameFormat(value, language) }))]}
        onChange={(value) => change({ format: value || null })}
      />
      <Field
        label={t('playCount')}
        type="number"
        value={said.count === null ? '' : String(said.count)}
        onChange={(value) => change({ count: /^\d{1,3}$/.test(value) ? Number(value) : null })}
      />
      <Field label={t('playFrom')} type="date" value={said.from ?? ''} onChange={(value) => change({ from: value || null })} />
      <Field label={t('playTo')} type="date" value={said.to ?? ''} onChange={(value) => change({ to: value || null })} />
      {hasTime && <Field label={t('playTime')} value={said.time ?? ''} onChange={(value) => change({ time: value || null })} />}
      <Field label={t('playWords')} lines={5} value={said.words} onChange={(words) => change({ words })} />
    </Part>
  )
}

/** What the creator will deliver, in own words; a later version asks for what changed, a correction may touch all. */
export function PlaybackForm({ linkId, brief, onChange }: BriefTalk) {
  const { t, language } = useWords()
  const { content, talk } = brief
  const kept = useKeptPlayback(brief)
  const { asked, question, playback, revision } = talk
  const isOnlyChanged = playback !== null && asked.mustSay.length === 0 && asked.deliverables.length + asked.mustNot.length > 0
  const { deliverables, mustNot } = isOnlyChanged ? asked : question
  const rows = content.deliverables.filter(({ id }) => deliverables.includes(id))
  const lines = content.mustNot.filter(({ id }) => mustNot.includes(id))
  const formats = [...new Set([...USUAL_FORMATS, ...content.deliverables.map(({ format }) => format)])]
  const sending = useSending(async () => {
    await sendPart(`${linkId}/playbacks`, { briefId: brief.id, playback: kept.take(deliverables, mustNot), revision })
    kept.forget()
    await onChange()
  })
  return (
    <>
      <p className="dim">{t(isOnlyChanged ? 'playWhyAgain' : 'playWhy')}</p>
      {rows.map(({ id, fixedTime }, index) => (
        <PlayedRow key={id} place={index + 1} said={kept.rowOf(id)} formats={formats} hasTime={fixedTime !== null} onSay={kept.sayRow} />
      ))}
      {lines.length > 0 && (
        <Part title={t('playMustNot')}>
          {lines.map(({ id, text }) => (
            <label key={id} className="check">
              <input type="checkbox" checked={kept.isConfirmed(id)} onChange={(event) => kept.confirm(id, event.target.checked)} />
              <span>{sayIn(language, text)}</span>
            </label>
          ))}
        </Part>
      )}
      <SendButton label={t('playSend')} sending={sending} />
    </>
  )
}
