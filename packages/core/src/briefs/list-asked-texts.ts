import type { Brief } from './schema.ts'

/** The Chinese words a brief puts into a creator's mouth: what the linter runs on. Lines that forbid something are not asked for. */
export function listAskedTexts(brief: Brief): string[] {
  return [
    brief.keyMessage.zh,
    ...brief.productFacts.map(({ text }) => text.zh),
    ...brief.mustSay.map(({ text }) => text.zh),
    ...brief.verbatim,
    ...brief.deliverables.map(({ fixedCaption }) => fixedCaption ?? ''),
    ...brief.hashtags,
  ].filter((text) => text.trim() !== '')
}
