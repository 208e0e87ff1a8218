import { z } from 'zod'
import { daySchema, platformSchema } from '../shared/index.ts'
import { listBriefItems } from './list-items.ts'
import type { AskedItems, PlaybackQuestion } from './playback-question.ts'
import type { Brief } from './schema.ts'

/** What a party understood of one row of deliverables; null is not said. `to` null: the same day as `from`. */
export const playedDeliverableSchema = z.strictObject({
  itemId: z.string().max(40),
  platform: platformSchema.nullable(),
  format: z.string().max(100).nullable(),
  count: z.number().int().min(0).max(1000).nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  time: z.string().max(40).nullable(),
  /** What will be said, in the party's own words. */
  words: z.string().trim().max(4000),
})

/** What a party understood of a brief: its deliverables, and the ids of the "do not" lines it confirms. */
export const playbackSchema = z.strictObject({
  deliverables: z.array(playedDeliverableSchema).max(50),
  mustNot: z.array(z.string().max(40)).max(100),
})
/** What a party understood of a brief. */
export type Playback = z.infer<typeof playbackSchema>
/** What a party understood of one row of deliverables. */
export type PlayedDeliverable = z.infer<typeof playedDeliverableSchema>

/**
 * Joins what a party sends with what it said of the version before: rows and lines that did not change stay as they were said, what is
 * sent replaces them, and what the version no longer asks is left out.
 */
export function mergePlayback(
  question: PlaybackQuestion,
  { sent, earlier, asked }: { sent: Playback; earlier: Playback | null; asked: AskedItems },
): Playback {
  const deliverables = question.deliverables.flatMap(({ id }) => {
    const own = sent.deliverables.find(({ itemId }) => itemId === id)
    const kept = asked.deliverables.includes(id) ? undefined : earlier?.deliverables.find(({ itemId }) => itemId === id)
    const said = own ?? kept
    return said === undefined ? [] : [said]
  })
  const mustNot = question.mustNot
    .map(({ id }) => id)
    .filter((id) => sent.mustNot.includes(id) || (!asked.mustNot.includes(id) && (earlier?.mustNot.includes(id) ?? false)))
  return { deliverables, mustNot }
}

/** Ids of a playback that are no rows or lines of the brief. */
export function listStrangeIds(brief: Brief, { deliverables, mustNot }: Playback): string[] {
  const known = new Set(listBriefItems(brief).map(({ id }) => id))
  return [...deliverables.map(({ itemId }) => itemId), ...mustNot].filter((id) => !known.has(id))
}
