import { z } from 'zod'
import { daySchema, platformSchema } from '../shared/index.ts'
import { listBriefItems } from './list-items.ts'
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

/** What a party is asked to play back of a version: the rows that concern it, and what its words must and must not say. */
export interface PlaybackQuestion {
  readonly deliverables: Brief['deliverables']
  readonly mustSay: Brief['mustSay']
  readonly mustNot: Brief['mustNot']
}

/** Posts a party has in the campaign; null: all of the brief concerns it. */
export type OwnPosts = readonly { readonly platform: string; readonly format: string }[] | null

/** The question a version asks of a party. A creator is asked about their platforms only, and about their format where the brief names it. */
export function askForPlayback(brief: Brief, own: OwnPosts): PlaybackQuestion {
  const mustSay = brief.mustSay.filter(({ weight }) => weight === 'must')
  const { mustNot } = brief
  if (own === null) return { deliverables: brief.deliverables, mustSay, mustNot }
  const here = brief.deliverables.filter(({ platform }) => own.some((post) => post.platform === platform))
  const exact = here.filter(({ platform, format }) => own.some((post) => post.platform === platform && post.format === format))
  const exactPlatforms = new Set(exact.map(({ platform }) => platform))
  return { deliverables: here.filter((row) => exact.includes(row) || !exactPlatforms.has(row.platform)), mustSay, mustNot }
}

/** Items that a party has to play back: all of them at first, later only what changed since. */
export interface AskedItems {
  readonly deliverables: readonly string[]
  /** Points that are new or changed: the words are asked for again. */
  readonly mustSay: readonly string[]
  readonly mustNot: readonly string[]
}

type Rows = readonly { readonly id: string }[]
const changedIds = (now: Rows, then: Rows) => {
  const known = new Map(then.map((row) => [row.id, JSON.stringify(row)]))
  return now.filter((row) => known.get(row.id) !== JSON.stringify(row)).map(({ id }) => id)
}
const NOTHING: PlaybackQuestion = { deliverables: [], mustSay: [], mustNot: [] }

/** What changed of a question since the version a party last played back; `then` null asks for everything. */
export function listAsked(now: PlaybackQuestion, then: PlaybackQuestion | null): AskedItems {
  const earlier = then ?? NOTHING
  return {
    deliverables: changedIds(now.deliverables, earlier.deliverables),
    mustSay: changedIds(now.mustSay, earlier.mustSay),
    mustNot: changedIds(now.mustNot, earlier.mustNot),
  }
}

/** True when a version asks nothing of a party that it has not played back. */
export function isAnswered({ deliverables, mustSay, mustNot }: AskedItems): boolean {
  return deliverables.length + mustSay.length + mustNot.length === 0
}

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
