import { isSameKind, type PostKind } from './match-post.ts'
import type { Brief } from './schema.ts'

/** What a party is asked to play back of a version: the rows that concern it, and what its words must and must not say. */
export interface PlaybackQuestion {
  readonly deliverables: Brief['deliverables']
  readonly mustSay: Brief['mustSay']
  readonly mustNot: Brief['mustNot']
}

/** Posts a party has in the campaign; null: all of the brief concerns it. */
export type OwnPosts = readonly PostKind[] | null

/** The question a version asks of a party. A creator is asked about their platforms only, and about their format where the brief names it. */
export function askForPlayback(brief: Brief, own: OwnPosts): PlaybackQuestion {
  const mustSay = brief.mustSay.filter(({ weight }) => weight === 'must')
  const { mustNot } = brief
  if (own === null) return { deliverables: brief.deliverables, mustSay, mustNot }
  const here = brief.deliverables.filter(({ platform }) => own.some((post) => post.platform === platform))
  const exact = here.filter((row) => own.some((post) => isSameKind(row, post)))
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
