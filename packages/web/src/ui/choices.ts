import type { Category, CreatorType, Platform } from '@kolibra/core/shared'

// Lists of the same members as core's, as records: the compiler refuses a missing one, and zod stays out of the bundle.
const platforms: Record<Platform, true> = {
  xiaohongshu: true,
  douyin: true,
  weibo: true,
  bilibili: true,
  kuaishou: true,
  wechat_oa: true,
  wechat_channels: true,
  zhihu: true,
  taobao_live: true,
  tmall: true,
}
const categories: Record<Category, true> = {
  general: true,
  cosmetics: true,
  special_cosmetics: true,
  children_cosmetics: true,
  food: true,
  health_food: true,
  infant_formula: true,
  fsmp: true,
  medical_service: true,
  medical_aesthetic: true,
  medical_device: true,
  drug: true,
  finance: true,
  education: true,
  alcohol: true,
  tobacco: true,
  real_estate: true,
  agriculture: true,
  game: true,
  legal: true,
  betel_nut: true,
  franchise: true,
}
const types: Record<CreatorType, true> = { celebrity: true, kol: true, micro: true, koc: true }

const keysOf = <K extends string>(record: Record<K, true>) => Object.keys(record) as K[]

export const PLATFORM_LIST = keysOf(platforms)
export const CATEGORY_LIST = keysOf(categories)
export const CREATOR_TYPE_LIST = keysOf(types)

/** A platform named by the server, when it is one of ours. */
export function asPlatform(text: string | null | undefined): Platform | null {
  return PLATFORM_LIST.find((platform) => platform === text) ?? null
}
