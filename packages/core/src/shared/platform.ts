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
