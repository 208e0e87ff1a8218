import type { DescribedColumn, MappedTarget, Mapping } from '@kolibra/core/imports'

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

const post = (word: string, field: Extract<MappedTarget, { to: 'post' }>['field']): Choice => ({ word, target: { to: 'post', field } })
const comment = (word: string, field: Extract<MappedTarget, { to: 'comment' }>['field']): Choice => ({
  word,
  target: { to: 'comment', field },
})

const LEFT_OUT: readonly Choice[] = [
  { word: 'ignore', target: { to: 'dropped', why: 'not used' } },
  { word: 'contact', target: { to: 'dropped', why: 'contact data' } },
]

const OF_ACCOUNTS: readonly Choice[] = [
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
  { word: 'brands', target: { to: 'brands' } },
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
  { word: 'femaleShare', target: { to: 'audienceShare', axis: 'gender', key: 'female' } },
  { word: 'maleShare', target: { to: 'audienceShare', axis: 'gender', key: 'male' } },
]

const OF_DAYS: readonly Choice[] = [
  { word: 'seriesDay', target: { to: 'seriesDay' } },
  identity('accountId'),
  { word: 'profileUrl', target: { to: 'profileUrl' } },
  { word: 'platform', target: { to: 'platform' } },
  // What a brand counts by day. Of followers the change of a day is read: rounded counts would say nothing for days and then jump.
  { word: 'followersByDay', target: { to: 'series', metric: 'followers', unit: 'followers', reads: 'exactCount' } },
  { word: 'mentionsByDay', target: { to: 'series', metric: 'mentions', unit: 'posts' } },
  { word: 'searchIndexByDay', target: { to: 'series', metric: 'searchIndex', unit: 'index points' } },
  { word: 'salesByDay', target: { to: 'series', metric: 'sales', unit: 'CNY' } },
]

const OF_POSTS: readonly Choice[] = [
  post('postId', 'postId'),
  post('postAuthor', 'accountId'),
  post('postUrl', 'url'),
  post('publishedAt', 'publishedAt'),
  post('postTitle', 'title'),
  post('postText', 'text'),
  post('observedAt', 'observedAt'),
  post('views', 'views'),
  post('likes', 'likes'),
  post('comments', 'comments'),
  post('shares', 'shares'),
  post('saves', 'saves'),
]

const OF_COMMENTS: readonly Choice[] = [
  comment('commentId', 'commentId'),
  comment('commentPost', 'postId'),
  comment('commentParent', 'parentId'),
  comment('commentAt', 'at'),
  comment('commentText', 'text'),
  comment('likes', 'likes'),
  comment('commentAuthor', 'authorId'),
]

/** What the rows of a table are. */
export type RowKind = Mapping['holds']
export const ROW_KINDS = ['accounts', 'posts', 'comments', 'series'] as const satisfies readonly RowKind[]

/** What the wizard offers for a column, by what the rows are; anything else is written in a mapping file. */
export const CHOICES: Readonly<Record<RowKind, readonly Choice[]>> = {
  accounts: [...LEFT_OUT, ...OF_ACCOUNTS],
  posts: [...LEFT_OUT, ...OF_POSTS],
  comments: [...LEFT_OUT, ...OF_COMMENTS],
  series: [...LEFT_OUT, ...OF_DAYS],
}

/** What a column most likely holds where rows are of this kind. */
export function suggestionFor({ suggestion, suggestedIn }: DescribedColumn, kind: RowKind): MappedTarget | null {
  if (kind === 'posts' || kind === 'comments') return suggestedIn[kind]
  // Of a list's words few are one of a table of days.
  if (kind === 'series')
    return CHOICES.series.find(({ target }) => suggestion !== null && keyOf(target) === keyOf(suggestion))?.target ?? null
  return suggestion
}

/** What the rows most likely are: an id of a comment or of a post stands in no list of accounts. */
export function guessRowKind(columns: readonly DescribedColumn[]): RowKind {
  const says = (kind: 'posts' | 'comments', field: string) =>
    columns.some(({ suggestedIn: { [kind]: target } }) => target !== null && 'field' in target && target.field === field)
  if (says('comments', 'commentId')) return 'comments'
  return says('posts', 'postId') && !columns.some(({ suggestion }) => suggestion?.to === 'followers') ? 'posts' : 'accounts'
}

/** Two targets that say the same but for the details a person adds. */
export function keyOf(target: MappedTarget): string {
  if (target.to === 'series') return `series ${target.metric}`
  if (target.to === 'metric') return `metric ${target.name}`
  if (target.to === 'quote') return `quote ${target.format} ${target.part}`
  if (target.to === 'post' || target.to === 'comment') return `${target.to} ${target.field}`
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
