import type { Brief } from './schema.ts'

/** The Chinese words a brief puts into a creator's mouth: what the linter runs on. Lines that forbid something are not asked for. */
export function listAskedTexts(brief: Brief): string[] {
  return [
    brief.keyMessage.zh,
    ...brief.productFacts.map(({ text }) => text.zh),
    ...brief.mustSay.map(({ text }) => text.zh),
    ...brief.verbatim.map(({ text }) => text),
    ...brief.deliverables.map(({ fixedCaption }) => fixedCaption ?? ''),
    ...brief.shots.map(({ text }) => text.zh),
    ...brief.hashtags.map(({ text }) => text),
  ].filter((text) => text.trim() !== '')
}
