import { useEffect } from 'react'
import { sendPart } from './ask.ts'
import { TalkContext } from './AskItem.tsx'
import { BriefSections } from './BriefSections.tsx'
import { BackLink } from './HomeScreen.tsx'
import { speakingOf } from './speaking.ts'
import type { BriefTalk } from './page-data.ts'
import { useWords } from './use-words.ts'

/** The brief as its creator reads it, and the way on to playing it back. */
export function BriefScreen({ platforms, ...talk }: BriefTalk & { platforms: readonly string[] }) {
  const { t } = useWords()
  const { linkId, brief } = talk
  // The receipt is the server's to keep once; one that got lost comes at the next look.
  useEffect(() => void sendPart(`${linkId}/receipts`, { briefId: brief.id }).catch(() => undefined), [linkId, brief.id])
  return (
    <TalkContext value={speakingOf(talk)}>
      <BackLink />
      <h1>{t('brief_version', { version: brief.version })}</h1>
      <p className="dim">{t('askHint')}</p>
      <BriefSections content={brief.content} platforms={platforms} />
      <p className="note">{t('brief_free')}</p>
      <a className="main" href="#playback">
        {t('playTitle')}
      </a>
      <BackLink />
    </TalkContext>
  )
}
