import type { Category, CreatorType, Platform } from './platform.ts'

/** What Chinese sentences call the categories, by their key. */
export const CATEGORY_NAMES_ZH = {
  general: '一般商品',
  cosmetics: '化妆品',
  special_cosmetics: '特殊化妆品',
  children_cosmetics: '儿童化妆品',
  food: '食品',
  health_food: '保健食品',
  infant_formula: '婴幼儿配方乳粉',
  fsmp: '特殊医学用途配方食品',
  medical_service: '医疗服务',
  medical_aesthetic: '医疗美容',
  medical_device: '医疗器械',
  drug: '药品',
  finance: '金融',
  education: '教育培训',
  alcohol: '酒类',
  tobacco: '烟草',
  real_estate: '房地产',
  agriculture: '农资',
  game: '游戏',
  legal: '法律服务',
  betel_nut: '槟榔',
  franchise: '招商加盟',
} as const satisfies Record<Category, string>

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

/** What Chinese sentences call the formats of posts and quotes; sources may bring formats that are not listed. */
export const FORMAT_NAMES_ZH = {
  post: '图文',
  image_post: '图文',
  note: '笔记',
  note_image: '图文笔记',
  note_picture: '图文笔记',
  image_note: '图文笔记',
  note_video: '视频笔记',
  video_note: '视频笔记',
  article: '文章',
  video: '视频',
  video_1_20s: '1–20 秒视频',
  video_21_60s: '21–60 秒视频',
  video_60s_plus: '60 秒以上视频',
  video_pay_per_play: '按播放结算的视频',
  video_seeding: '种草视频',
  post_direct: '直发微博',
  post_repost: '转发微博',
  review: '点评',
  post_original_image: '原创图文',
  post_original_video: '原创视频',
  video_placement: '植入视频',
  video_custom: '定制视频',
  dynamic_direct: '直发动态',
  dynamic_repost: '转发动态',
  video_60s: '60 秒以内视频',
  live: '直播',
  comment: '评论',
} as const satisfies Record<string, string>

/** The Chinese name of a key, or the key itself where nobody has named it yet. */
export function nameZh(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key
}
