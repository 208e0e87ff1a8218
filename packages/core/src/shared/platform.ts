import { z } from 'zod'

/** Platforms a post can be published on; also the values of `--platform`. */
export const PLATFORMS = [
  'weibo',
  'wechat_oa',
  'wechat_channels',
  'xiaohongshu',
  'douyin',
  'kuaishou',
  'bilibili',
  'zhihu',
  'taobao_live',
  'tmall',
] as const
export const platformSchema = z.enum(PLATFORMS)
export type Platform = z.infer<typeof platformSchema>

/** The four types of creator of the field, plus unknown as null elsewhere. */
export const CREATOR_TYPES = ['celebrity', 'kol', 'micro', 'koc'] as const
export const creatorTypeSchema = z.enum(CREATOR_TYPES)
export type CreatorType = z.infer<typeof creatorTypeSchema>

/** Product and content categories; also the values of `--category`. */
export const CATEGORIES = [
  'general',
  'cosmetics',
  'special_cosmetics',
  'children_cosmetics',
  'food',
  'health_food',
  'infant_formula',
  'fsmp',
  'medical_service',
  'medical_aesthetic',
  'medical_device',
  'drug',
  'finance',
  'education',
  'alcohol',
  'tobacco',
  'real_estate',
  'agriculture',
  'game',
  'legal',
  'betel_nut',
  'franchise',
] as const
export const categorySchema = z.enum(CATEGORIES)
export type Category = z.infer<typeof categorySchema>

/** What Chinese sentences call the platforms, by their key. */
export const PLATFORM_NAMES_ZH = {
  weibo: '微博',
  wechat_oa: '公众号',
  wechat_channels: '视频号',
  xiaohongshu: '小红书',
  douyin: '抖音',
  kuaishou: '快手',
  bilibili: 'B站',
  zhihu: '知乎',
  taobao_live: '淘宝直播',
  tmall: '天猫',
} as const satisfies Record<Platform, string>

/** What Chinese sentences call the creator types, by their key. */
export const TYPE_NAMES_ZH = {
  celebrity: '明星',
  kol: '头部/肩部 KOL',
  micro: '腰部/初级达人',
  koc: 'KOC 素人',
} as const satisfies Record<CreatorType, string>
