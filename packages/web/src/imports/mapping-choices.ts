import type { MappedTarget } from '@kolibra/core/imports'

/** Something a column may hold, as the list offers it. `word` is the key of its name. */
export interface Choice {
  readonly word: string
  readonly target: MappedTarget
  /** The format of a price, named beside the word. */
  readonly format?: string
}

const identity = (field: Extract<MappedTarget, { to: 'identity' }>['field']): Choice => ({ word: field, target: { to: 'identity', field } })
const metric = (name: string, unit: string, reads?: 'percentText'): Choice => ({
  word: name,
  target: { to: 'metric', name, unit, ...(reads === undefined ? {} : { reads }) },
})
const prices = (format: string): Choice[] =>
  (['listFen', 'netFen'] as const).map((part) => ({ word: part, format, target: { to: 'quote', format, part, filed: null } }))

/** What the wizard offers for a column; anything else is written in a mapping file. */
export const CHOICES: readonly Choice[] = [
  { word: 'ignore', target: { to: 'dropped', why: 'not used' } },
  { word: 'contact', target: { to: 'dropped', why: 'contact data' } },
  identity('displayName'),
  identity('accountId'),
  identity('handle'),
  { word: 'profileUrl', target: { to: 'profileUrl' } },
  { word: 'platform', target: { to: 'platform' } },
  { word: 'followers', target: { to: 'followers' } },
  { word: 'categories', target: { to: 'categories' } },
  identity('region'),
  identity('mcn'),
  identity('gender'),
  { word: 'observedAt', target: { to: 'observedAt' } },
  { word: 'rebate', target: { to: 'rebate' } },
  ...['post', 'image_note', 'video_note', 'video_1_20s', 'video_21_60s', 'video_60s_plus'].flatMap(prices),
  metric('viewsMean', 'plays'),
  metric('viewsMedian', 'plays'),
  metric('expectedPlays', 'plays'),
  metric('readsMedian', 'reads'),
  metric('interactionsMedian', 'interactions'),
  metric('likesMean', 'likes'),
  metric('likesAndSaves', 'likes and saves'),
  metric('interactionRate', 'share', 'percentText'),
  metric('completionRate', 'share', 'percentText'),
  metric('expectedCpm', 'CNY per 1000 plays'),
  metric('expectedCpe', 'CNY per interaction'),
  { word: 'seriesDay', target: { to: 'seriesDay' } },
  // What a brand counts by day. Of followers the change of a day is read: rounded counts would say nothing for days and then jump.
  { word: 'followersByDay', target: { to: 'series', metric: 'followers', unit: 'followers', reads: 'exactCount' } },
  { word: 'mentionsByDay', target: { to: 'series', metric: 'mentions', unit: 'posts' } },
  { word: 'searchIndexByDay', target: { to: 'series', metric: 'searchIndex', unit: 'index points' } },
  { word: 'salesByDay', target: { to: 'series', metric: 'sales', unit: 'CNY' } },
  { word: 'femaleShare', target: { to: 'audienceShare', axis: 'gender', key: 'female' } },
  { word: 'maleShare', target: { to: 'audienceShare', axis: 'gender', key: 'male' } },
]

/** Two targets that say the same but for the details a person adds. */
export function keyOf(target: MappedTarget): string {
  if (target.to === 'series') return `series ${target.metric}`
  if (target.to === 'metric') return `metric ${target.name}`
  if (target.to === 'quote') return `quote ${target.format} ${target.part}`
  if (target.to === 'identity') return `identity ${target.field}`
  if (target.to === 'audienceShare') return `share ${target.axis} ${target.key}`
  return target.to === 'dropped' ? `dropped ${target.why}` : target.to
}

/** Over which posts a number goes. */
export const NOTE_TYPES = ['everyday', 'sponsored', 'all'] as const

export const readNoteType = (value: string) => NOTE_TYPES.find((each) => each === value) ?? null

/** Whether a price is that of a filed order (报备), as a choice of a list: not said, yes, no. */
export const writeFiled = (filed: boolean | null) => (filed === null ? '' : filed ? 'yes' : 'no')
export const readFiled = (value: string) => (value === '' ? null : value === 'yes')

/** Whether the columns are those of a table of days. */
export const isByDay = (columns: readonly { readonly target: MappedTarget }[]) =>
  columns.some(({ target }) => target.to === 'series' || target.to === 'seriesDay')
