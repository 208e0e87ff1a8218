import type { Bilingual, Brief } from './schema.ts'

/** A sentence of the brief: `path` is its place in the file, `id` the item it belongs to. */
export interface Sentence {
  readonly path: string
  readonly id: string
  readonly text: Bilingual
}

type Lines = readonly { readonly id: string; readonly text: Bilingual }[]
const listLines = (name: string, lines: Lines): Sentence[] => lines.map(({ id, text }, index) => ({ path: `${name}[${index}]`, id, text }))

/** Every bilingual sentence of a brief with its path and item, in the order of the form. */
export function listSentences(brief: Brief): Sentence[] {
  const { disclosure } = brief
  const notes = disclosure.platforms.map(({ id, note }, index) => ({ path: `disclosure.platforms[${index}].note`, id, text: note }))
  return [
    { path: 'background', id: 'background', text: brief.background },
    { path: 'goal', id: 'goal', text: brief.goal },
    { path: 'audience', id: 'audience', text: brief.audience },
    { path: 'keyMessage', id: 'keyMessage', text: brief.keyMessage },
    ...listLines('productFacts', brief.productFacts),
    ...listLines('mustSay', brief.mustSay),
    ...listLines('mustNot', brief.mustNot),
    ...listLines('shots', brief.shots),
    { path: 'disclosure.note', id: 'disclosure', text: disclosure.note },
    ...notes,
    ...listLines('reviewSteps', brief.reviewSteps),
    { path: 'usageRights', id: 'usageRights', text: brief.usageRights },
    { path: 'paymentTerms', id: 'paymentTerms', text: brief.paymentTerms },
  ]
}
