import { hashOf, type Localized, type Sha256 } from '../shared/index.ts'
import type { Playback, PlayedDeliverable } from './playback.ts'
import type { PlaybackQuestion } from './playback-question.ts'
import { coverSentence, findForbidden } from './match-words.ts'
import { listNumbers, listSpelt } from './check-parity.ts'
import { listBriefItems, type BriefSection } from './list-items.ts'
import type { Brief } from './schema.ts'

/** The fields in which a brief and a playback can differ. */
export const PLAYBACK_FIELDS = [
  'missing',
  'platform',
  'format',
  'count',
  'window',
  'time',
  'words',
  'number',
  'mustSay',
  'mustNot',
  'forbidden',
] as const
/** One of PLAYBACK_FIELDS. */
export type PlaybackField = (typeof PLAYBACK_FIELDS)[number]

/** The fields as pages and findings name them. */
export const PLAYBACK_FIELD_TEXTS: Readonly<Record<PlaybackField, Localized>> = {
  missing: { en: 'post not played back', zh: '未复述的发布内容' },
  platform: { en: 'platform', zh: '平台' },
  format: { en: 'format', zh: '形式' },
  count: { en: 'number of posts', zh: '篇数' },
  window: { en: 'dates', zh: '发布日期' },
  time: { en: 'time', zh: '发布时间' },
  words: { en: 'own words', zh: '自己的话' },
  number: { en: 'number that is not in the brief', zh: 'Brief 中没有的数字' },
  mustSay: { en: 'point to make', zh: '必说要点' },
  mustNot: { en: '“do not” to confirm', zh: '待确认的禁止事项' },
  forbidden: { en: '“do not” that is broken', zh: '触犯的禁止事项' },
}

/** One thing that was understood otherwise. `expected` and `said` are for reading side by side; empty is not said. */
export interface Difference {
  /** Fingerprint of field, item and both sides: settled once, it stays settled until one of them changes. */
  readonly key: string
  readonly field: PlaybackField
  readonly itemId: string
  readonly expected: readonly string[]
  readonly said: readonly string[]
}
type Bare = Omit<Difference, 'key'>

const tell = (value: string | number | null) => (value === null || value === '' ? [] : [String(value)])

function compareFields(row: Brief['deliverables'][number], said: PlayedDeliverable): Bare[] {
  const fields = [
    ['platform', row.platform, said.platform],
    ['format', row.format, said.format],
    ['count', row.count, said.count],
    ['time', row.fixedTime, row.fixedTime === null ? null : said.time],
  ] as const
  return fields
    .filter(([, expected, own]) => expected !== own)
    .map(([field, expected, own]) => ({ field, itemId: row.id, expected: tell(expected), said: tell(own) }))
}

function compareWindow(row: Brief['deliverables'][number], { from, to }: PlayedDeliverable): Bare[] {
  const last = to ?? from
  const isInside = from !== null && last !== null && from <= last && row.windowFrom <= from && last <= row.windowTo
  if (isInside) return []
  return [{ field: 'window', itemId: row.id, expected: [row.windowFrom, row.windowTo], said: [...tell(from), ...tell(to)] }]
}

function compareRow(row: Brief['deliverables'][number], said: PlayedDeliverable | undefined): Bare[] {
  if (said === undefined) return [{ field: 'missing', itemId: row.id, expected: [row.platform, row.format], said: [] }]
  const silent: Bare[] = said.words === '' ? [{ field: 'words', itemId: row.id, expected: [], said: [] }] : []
  return [...compareFields(row, said), ...compareWindow(row, said), ...silent]
}

/** Every text and number of a brief: a number that stands nowhere in it is no number of the brief's. */
function listValues(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listValues) : []
}

// Clocks, days and sums of the cooperation are no content of a post.
const NOT_TOLD: readonly BriefSection[] = ['review', 'reviewSteps', 'exclusivity', 'paymentTerms', 'usageRights', 'contacts']
// "3 shots", "2 weeks": small numbers are how people talk.
const isTelling = (number: string) => Number(number) >= 10 || number.includes('.')

function compareNumbers(brief: Brief, { itemId, words }: PlayedDeliverable): Bare[] {
  const told = listBriefItems(brief).filter(({ section }) => !NOT_TOLD.includes(section))
  const known = new Set(listValues(told.map(({ content }) => content)).flatMap((text) => [...listNumbers(text), ...listSpelt(text)]))
  const strange = [...listNumbers(words), ...listSpelt(words)].filter((number) => isTelling(number) && !known.has(number))
  return strange.length === 0 ? [] : [{ field: 'number', itemId, expected: [], said: strange }]
}

function comparePoints({ mustSay, mustNot }: PlaybackQuestion, playback: Playback, known: readonly string[]): Bare[] {
  const words = playback.deliverables.map((row) => row.words).join('\n')
  // Without any words each row says so itself.
  const unsaid =
    words.trim() === '' ? [] : mustSay.map((item) => ({ item, ...coverSentence(item.text, words) })).filter(({ isSaid }) => !isSaid)
  const forbidden = mustNot
    .map((item) => ({ item, clauses: findForbidden(item.text, words, known) }))
    .filter(({ clauses }) => clauses.length > 0)
  const unconfirmed = mustNot.filter(({ id }) => !playback.mustNot.includes(id))
  return [
    ...unsaid.map(({ item, missing }): Bare => ({ field: 'mustSay', itemId: item.id, expected: missing, said: [] })),
    ...unconfirmed.map(({ id }): Bare => ({ field: 'mustNot', itemId: id, expected: [], said: [] })),
    ...forbidden.map(({ item, clauses }): Bare => ({
      field: 'forbidden',
      itemId: item.id,
      expected: [],
      said: clauses.map((clause) => clause.trim()),
    })),
  ]
}

/** What a playback is compared with; `sha256` makes the keys. */
export interface Comparison {
  readonly brief: Brief
  readonly question: PlaybackQuestion
  readonly sha256: Sha256
}

/**
 * Every difference between a brief and a party's playback, field by field: platform, format, count, window and demanded time of each row;
 * numbers in the party's words that stand nowhere in the brief; must-say points its words do not say (half of the content words, all
 * numbers and names); "do not" lines it did not confirm, or whose words it uses without denying them.
 */
export function comparePlayback(playback: Playback, { brief, question, sha256 }: Comparison): Difference[] {
  const known = [...brief.productNames, ...brief.properNames]
  const bare = [
    ...question.deliverables.flatMap((row) =>
      compareRow(
        row,
        playback.deliverables.find(({ itemId }) => itemId === row.id),
      ),
    ),
    ...playback.deliverables.flatMap((row) => compareNumbers(brief, row)),
    ...comparePoints(question, playback, known),
  ]
  return bare.map((one) => ({ key: hashOf(one, sha256), ...one }))
}
