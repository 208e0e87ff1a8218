import { isBlank } from './is-blank.ts'
import { nameItems } from './name-items.ts'
import { listBriefItems } from './list-items.ts'
import type { Bilingual, Brief } from './schema.ts'
import type { BriefTemplate } from './template-table.ts'

interface Lines<T> {
  readonly prefix: string
  readonly held: readonly T[]
  readonly offered: readonly Omit<T, 'id'>[]
}

/**
 * A brief with what a template offers: sentences only where nothing is written, lines only where the same Chinese line does not stand.
 * What a person wrote is never touched, so applying one twice changes nothing.
 */
export function applyTemplate(brief: Brief, { sentences, mustSay, mustNot, shots, reviewSteps }: BriefTemplate): Brief {
  const taken = new Set(listBriefItems(brief).map(({ id }) => id))
  const join = <T extends { readonly id: string; readonly text: Bilingual }>(
    { prefix, held, offered }: Lines<T>,
    make: (line: Omit<T, 'id'>) => T,
  ) => {
    const fresh = offered.map(make).filter(({ text }) => held.every((line) => line.text.zh !== text.zh))
    return [...held, ...nameItems(prefix, fresh, taken)]
  }
  const written = Object.fromEntries(
    Object.entries(sentences).filter(
      ([key]) => (key === 'goal' || key === 'keyMessage' || key === 'usageRights' || key === 'paymentTerms') && isBlank(brief[key]),
    ),
  )
  return {
    ...brief,
    ...written,
    mustSay: join({ prefix: 's', held: brief.mustSay, offered: mustSay }, (line) => ({ ...line, id: '' })),
    mustNot: join({ prefix: 'n', held: brief.mustNot, offered: mustNot }, (line) => ({ ...line, id: '' })),
    shots: join({ prefix: 'h', held: brief.shots, offered: shots }, (line) => ({ ...line, id: '' })),
    reviewSteps: join({ prefix: 'r', held: brief.reviewSteps, offered: reviewSteps }, (line) => ({ ...line, id: '' })),
  }
}
