import { INTERACTION_PARTS } from '../campaigns/index.ts'
import { nameSource } from '../creators/index.ts'
import { say, shanghaiDay, type Localized, type Platform } from '../shared/index.ts'
import { NO_SOURCE, reported, type Reported } from './reported.ts'

/** What was seen of a published post at a moment (UTC); null or absent is not known. */
export interface PostObservation {
  readonly views: number | null
  readonly likes: number | null
  readonly comments: number | null
  readonly shares: number | null
  readonly saves: number | null
  readonly danmaku?: number | null
  readonly coins?: number | null
  readonly observedAt: string
  readonly source: string
}

/** Where each part of a platform's interaction definition stands in an observation. */
const PART_FIELDS = {
  like: 'likes',
  upvote: 'likes',
  comment: 'comments',
  share: 'shares',
  repost: 'shares',
  save: 'saves',
  danmaku: 'danmaku',
  coin: 'coins',
} as const satisfies Record<(typeof INTERACTION_PARTS)[Platform][number], keyof PostObservation>

/** Views or interactions of one post, as a number or null with the parts that are missing. */
export type PostMetric = 'views' | 'interactions'
export const POST_LABELS: Readonly<Record<PostMetric, Localized>> = {
  views: { en: 'Views', zh: '播放/阅读' },
  interactions: { en: 'Interactions', zh: '互动' },
}

/** The same inside a sentence. */
export const METRIC_WORDS: Readonly<Record<PostMetric, Localized>> = {
  views: say('views', '播放/阅读'),
  interactions: say('interactions', '互动量'),
}

const PART_NAMES_ZH = {
  like: '点赞',
  upvote: '赞同',
  comment: '评论',
  share: '分享',
  repost: '转发',
  save: '收藏',
  danmaku: '弹幕',
  coin: '投币',
} as const satisfies Record<keyof typeof PART_FIELDS, string>

const FIELD_NAMES_ZH: Readonly<Partial<Record<keyof PostObservation, string>>> = {
  views: '播放/阅读',
  likes: '点赞',
  comments: '评论',
  shares: '分享',
  saves: '收藏',
  danmaku: '弹幕',
  coins: '投币',
}

const listFields = (metric: PostMetric, platform: Platform): (keyof PostObservation)[] =>
  metric === 'views' ? ['views'] : INTERACTION_PARTS[platform].map((part) => PART_FIELDS[part])

const tellFormula = (metric: PostMetric, platform: Platform) =>
  metric === 'views'
    ? say('views as the platform counts them', '播放/阅读，以平台口径为准')
    : say(INTERACTION_PARTS[platform].join(' + '), INTERACTION_PARTS[platform].map((part) => PART_NAMES_ZH[part]).join(' + '))

/** Sums the fields of one observation; null as soon as one of them is unknown, because unknown is not zero. */
function sumFields(observation: PostObservation, fields: readonly (keyof PostObservation)[]): number | null {
  return fields.reduce<number | null>((total, field) => {
    const value = observation[field]
    return total === null || typeof value !== 'number' ? null : total + value
  }, 0)
}

/** A published post and what was seen of it. */
export interface ObservedPost {
  readonly platform: Platform
  readonly observations: readonly PostObservation[]
}

/** The latest complete observation up to a Shanghai day (null: any time), as a reported number; unknown says what was missing. */
export function readPost(metric: PostMetric, post: ObservedPost, { now, until }: { now: string; until: string | null }): Reported {
  const fields = listFields(metric, post.platform)
  const base = { label: POST_LABELS[metric], unit: metric, formula: tellFormula(metric, post.platform) }
  const seen = post.observations
    .filter(({ observedAt }) => until === null || shanghaiDay(Date.parse(observedAt)) <= until)
    .toSorted((a, b) => (a.observedAt < b.observedAt ? 1 : -1))
  const complete = seen.find((observation) => sumFields(observation, fields) !== null)
  if (complete !== undefined) {
    return reported({ ...base, value: sumFields(complete, fields), source: nameSource(complete.source), asOf: complete.observedAt })
  }
  const [latest] = seen
  const because = latest === undefined ? say('no observation yet', '尚无数据') : tellMissing(latest, fields)
  const source = latest === undefined ? NO_SOURCE : nameSource(latest.source)
  return reported({ ...base, value: null, source, asOf: latest?.observedAt ?? now, because })
}

function tellMissing(latest: PostObservation, fields: readonly (keyof PostObservation)[]): Localized {
  const missing = fields.filter((field) => typeof latest[field] !== 'number')
  return say(
    `not in the export: ${missing.join(', ')}`,
    `导出数据中没有：${missing.map((field) => FIELD_NAMES_ZH[field] ?? field).join('、')}`,
  )
}
