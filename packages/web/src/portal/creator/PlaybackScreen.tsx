import { AskItem, TalkContext } from './AskItem.tsx'
import { BackLink } from './HomeScreen.tsx'
import { nameItem } from './name-item.ts'
import { nameFormat, namePlatform } from './name-post.ts'
import type { BriefTalk, OwnTalk } from './page-data.ts'
import { More, Part } from './parts.tsx'
import { PlaybackForm } from './PlaybackForm.tsx'
import { speakingOf } from './speaking.ts'
import { useWords, type PageLanguage } from './use-words.ts'

type Difference = OwnTalk['differences'][number]

/** Values of one side of a difference in the reader's words. */
function tellValues({ field }: Difference, values: readonly string[], language: PageLanguage): string {
  if (field === 'missing') return values.map((value, index) => (index === 0 ? namePlatform : nameFormat)(value, language)).join(' · ')
  if (field === 'platform') return values.map((value) => namePlatform(value, language)).join(' · ')
  if (field === 'format') return values.map((value) => nameFormat(value, language)).join(' · ')
  return values.join(field === 'window' ? ' – ' : ' · ')
}

function DifferenceLine({ brief, difference }: Pick<BriefTalk, 'brief'> & { difference: Difference }) {
  const { t, language } = useWords()
  const { field, itemId, expected, said } = difference
  const name = nameItem(brief.content, itemId, language)
  return (
    <li>
      <strong>{t(`differs_${field}`)}</strong>
      <span className="line dim">{'text' in name ? name.text : t(name.key)}</span>
      {expected.length > 0 && <span className="line">{t('briefSays', { words: tellValues(difference, expected, language) })}</span>}
      <span className="line">{said.length === 0 ? t('notSaid') : t('iSaid', { words: tellValues(difference, said, language) })}</span>
      <AskItem itemId={itemId} />
    </li>
  )
}

/** Plays the brief back: what differs on top, each to be corrected below or asked about; then the form. */
export function PlaybackScreen(props: BriefTalk) {
  const { t } = useWords()
  const { brief } = props
  const { differences, isUnderstood, revision } = brief.talk
  const form = <PlaybackForm key={`${brief.id} ${revision}`} {...props} />
  return (
    <TalkContext value={speakingOf(props)}>
      <BackLink />
      <h1>{t('playTitle')}</h1>
      {isUnderstood && (
        <p className="good" role="status">
          ✓ {t('playUnderstood')}
        </p>
      )}
      {differences.length > 0 && (
        <Part title={t('playDiffers', { n: differences.length })}>
          <p className="note" role="status">
            {t('playDiffersHint')}
          </p>
          <ul className="lines">
            {differences.map((difference) => (
              <DifferenceLine key={difference.key} brief={brief} difference={difference} />
            ))}
          </ul>
        </Part>
      )}
      {isUnderstood ? <More title={t('playCorrect')}>{form}</More> : form}
      <BackLink />
    </TalkContext>
  )
}
