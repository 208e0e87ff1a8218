import type { Brief } from '@kolibra/core/briefs'
import { namePost } from './name-post.ts'
import type { PageLanguage } from './use-words.ts'
import { keyOr } from './use-words.ts'
import type { WordKey } from './words-zh.ts'

/** The other language stands in where one side is missing: an empty line would hide a demand. */
export function sayIn(language: PageLanguage, text: { readonly zh: string; readonly en: string }): string {
  return language === 'zh' ? text.zh || text.en : text.en || text.zh
}

const SECTION_WORDS: Readonly<Record<string, WordKey>> = { usageRights: 'brief_rights', paymentTerms: 'brief_payment' }

/** What a reader calls an item of the brief: its sentence, a row by platform and form, or else the key of its section's title. */
export function nameItem(content: Brief, itemId: string, language: PageLanguage): { text: string } | { key: WordKey } {
  const sentence = [...content.mustSay, ...content.mustNot, ...content.shots, ...content.productFacts].find(({ id }) => id === itemId)
  if (sentence !== undefined) return { text: sayIn(language, sentence.text) }
  const row = content.deliverables.find(({ id }) => id === itemId)
  if (row !== undefined) return { text: namePost(row, language) }
  const words = [...content.verbatim, ...content.hashtags].find(({ id }) => id === itemId)
  if (words !== undefined) return { text: words.text }
  return { key: SECTION_WORDS[itemId] ?? keyOr(`brief_${itemId}`, 'brief_other') }
}
