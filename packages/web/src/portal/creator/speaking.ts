import type { BriefTalk, OwnTalk } from './page-data.ts'
import type { WordKey } from './words-zh.ts'

/** Who speaks of a version, what was said, where a word on a line goes, and where it goes on. */
export interface Speaking {
  readonly briefId: string
  readonly threads: OwnTalk['threads']
  readonly sayPath: string
  readonly stepPath: string
  readonly words: { readonly title: WordKey; readonly field: WordKey; readonly send: WordKey }
  /** Whether a word may also be a comment that asks nothing. */
  readonly mayComment: boolean
  readonly onChange: () => Promise<void>
}

/** A creator asks: every word of theirs waits for the desk. */
export function speakingOf({ linkId, brief, onChange }: BriefTalk): Speaking {
  return {
    briefId: brief.id,
    threads: brief.talk.threads,
    sayPath: `${linkId}/questions`,
    stepPath: `${linkId}/question-steps`,
    words: { title: 'ask', field: 'askField', send: 'askSend' },
    mayComment: false,
    onChange,
  }
}
