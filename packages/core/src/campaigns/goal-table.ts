import type { Localized, Platform } from '../shared/index.ts'
import type { Campaign, Goal, Kpi } from './schema.ts'

/** A brand new to China buys awareness, an established one a product's mentions and sales (sekkeistudio.com/blog/kol-marketing-mistakes, read 2026-11-27). */
export const GOAL_BY_STAGE = {
  new: {
    primary: 'awareness',
    kpis: ['interactions', 'newFollowers'],
    because: {
      en: 'The brand is new to China: people must hear of it before they can buy. Interactions and new followers show that they did.',
      zh: '品牌初入中国：先要被知道，才会被购买。互动与新增粉丝能说明大家是否知道了它。',
    },
  },
  established: {
    primary: 'product',
    kpis: ['mentions', 'sales'],
    because: {
      en: 'The brand is known in China: a campaign can now carry one product, from mentions up to its total sales.',
      zh: '品牌在中国已有认知：可以围绕一个产品做推广，从提及量一直到该产品的总销售。',
    },
  },
} as const satisfies Record<
  Campaign['stage'],
  { readonly primary: Goal['primary']; readonly kpis: readonly Kpi['name'][]; readonly because: Localized }
>

/**
 * What one interaction is on each platform; an engagement rate is never compared across platforms raw (science.md §0).
 * Of wechat_oa, taobao_live and tmall it is our assumption [A]: the source (克劳锐 2023) does not list them.
 */
export const INTERACTION_PARTS = {
  weibo: ['repost', 'comment', 'like'],
  wechat_oa: ['like', 'comment', 'share'],
  wechat_channels: ['like', 'comment', 'share'],
  xiaohongshu: ['like', 'comment', 'share', 'save'],
  douyin: ['like', 'comment', 'share'],
  kuaishou: ['like', 'comment', 'share'],
  bilibili: ['like', 'comment', 'share', 'danmaku', 'coin'],
  zhihu: ['upvote', 'comment', 'save', 'share'],
  taobao_live: ['like', 'comment', 'share'],
  tmall: ['like', 'comment', 'share'],
} as const satisfies Record<Platform, readonly string[]>

/** What Chinese readers call the parts of an interaction. */
export const PART_NAMES_ZH = {
  repost: '转发',
  comment: '评论',
  like: '点赞',
  share: '分享',
  save: '收藏',
  danmaku: '弹幕',
  coin: '投币',
  upvote: '赞同',
} as const satisfies Record<(typeof INTERACTION_PARTS)[Platform][number], string>
