import { z } from 'zod'

/** Every sentence a person reads exists in both languages. */
export const localizedSchema = z.object({ en: z.string(), zh: z.string() })
export type Localized = z.infer<typeof localizedSchema>

/** The languages every sentence exists in. */
export const LANGUAGES = ['en', 'zh'] as const
/** One of LANGUAGES. */
export type Language = (typeof LANGUAGES)[number]

/** A sentence in both languages: `say('en', 'zh')`. */
export function say(en: string, zh: string): Localized {
  return { en, zh }
}

/** Sentences as results carry them: plain English under `because`, the same in Chinese under `becauseZh`, place by place. */
export interface Reasons {
  readonly because: string[]
  readonly becauseZh: string[]
}

/** Splits sentences into the two lists of a result. */
export function splitReasons(sentences: readonly Localized[]): Reasons {
  return { because: sentences.map(({ en }) => en), becauseZh: sentences.map(({ zh }) => zh) }
}

/** Joins the two lists again; a result kept from before there was Chinese says the English in both. */
export function joinReasons(reasons: {
  readonly because: readonly string[]
  readonly becauseZh?: readonly string[] | undefined
}): Localized[] {
  const { because, becauseZh = [] } = reasons
  return because.map((en, index) => ({ en, zh: becauseZh[index] ?? en }))
}
