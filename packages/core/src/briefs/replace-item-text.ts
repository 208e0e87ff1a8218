import { refuse, type Outcome } from '../shared/index.ts'
import { listBriefItems, SENTENCE_SECTIONS, type SentenceSection } from './list-items.ts'
import type { Bilingual, Brief } from './schema.ts'

const isSentence = (id: string): id is SentenceSection => SENTENCE_SECTIONS.some((one) => one === id)

/** Whether an item has a sentence in both languages that a suggestion can replace. */
export function hasOwnSentence(brief: Brief, itemId: string): boolean {
  return replaceItemText(brief, itemId, { zh: '', en: '' }).ok
}

/** The brief with another sentence in one item, nothing else changed. Refuses `brief.no_such_sentence` for ids without one. */
export function replaceItemText(brief: Brief, itemId: string, text: Bilingual): Outcome<Brief> {
  if (isSentence(itemId)) return { ok: true, value: { ...brief, [itemId]: text } }
  const place = <T extends { readonly id: string; readonly text: Bilingual }>(rows: readonly T[]): T[] =>
    rows.map((row) => (row.id === itemId ? { ...row, text } : row))
  const lists = [brief.productFacts, brief.mustSay, brief.mustNot, brief.shots, brief.reviewSteps]
  if (!lists.some((rows: readonly { readonly id: string }[]) => rows.some(({ id }) => id === itemId)))
    return refuse({ code: 'brief.no_such_sentence', itemId })
  const { productFacts, mustSay, mustNot, shots, reviewSteps } = brief
  return {
    ok: true,
    value: {
      ...brief,
      productFacts: place(productFacts),
      mustSay: place(mustSay),
      mustNot: place(mustNot),
      shots: place(shots),
      reviewSteps: place(reviewSteps),
    },
  }
}

/** The sentence of an item as it stands; null when the item has none or is gone. */
export function findItemText(brief: Brief, itemId: string): Bilingual | null {
  return listBriefItems(brief).find(({ id }) => id === itemId)?.text ?? null
}
