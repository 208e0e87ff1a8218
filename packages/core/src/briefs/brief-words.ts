import { KPI_NAMES_ZH } from '../campaigns/index.ts'
import { nameFormat } from '../creators/index.ts'
import { CATEGORY_NAMES_ZH, nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../shared/index.ts'

/** What the fields of a brief are called, by their path within an item. */
export const BRIEF_FIELD_NAMES: Readonly<Record<string, Localized>> = {
  'text.zh': say('Chinese', '中文'),
  'text.en': say('English', '英文'),
  'text.de': say('German', '德文'),
  'text.fr': say('French', '法文'),
  'note.zh': say('note, Chinese', '说明（中文）'),
  'note.en': say('note, English', '说明（英文）'),
  'note.de': say('note, German', '说明（德文）'),
  'note.fr': say('note, French', '说明（法文）'),
  text: say('text', '内容'),
  weight: say('weight', '分量'),
  evidence: say('evidence', '证明材料'),
  platform: say('platform', '平台'),
  platforms: say('platforms', '平台'),
  format: say('format', '形式'),
  count: say('count', '篇数'),
  windowFrom: say('from', '最早'),
  windowTo: say('to', '最晚'),
  slot: say('suggested time', '建议时间'),
  fixedTime: say('fixed time', '指定时间'),
  fixedCaption: say('fixed caption', '指定文案'),
  label: say('label', '标识'),
  filingChannel: say('filing', '报备渠道'),
  kind: say('kind', '类型'),
  value: say('value', '内容'),
  name: say('name', '名称'),
  reach: say('where', '位置'),
  rightsUntil: say('rights until', '授权截止日'),
  role: say('role', '角色'),
  hours: say('hours', '小时'),
  category: say('category', '品类'),
  days: say('days', '天数'),
  target: say('target', '目标值'),
  deadline: say('deadline', '截止日'),
  languages: say('further languages', '其他语言'),
  toneApproval: say('tone approval', '审语气'),
  revisionRounds: say('revision rounds', '修改轮数'),
  responseHours: say('hours to answer', '答疑时限'),
  reviewHours: say('hours to review', '审稿时限'),
  autoApproveDays: say('approved if silent', '逾期自动通过'),
  properNames: say('other names', '其他名称'),
  productNames: say('product names', '产品名'),
}

/** How binding a line is, as the form calls it. */
export const BRIEF_WEIGHT_NAMES = { must: say('Must', '必须'), should: say('Should', '建议'), free: say('Free', '自由') } as const

const PLATFORMS_EN: Readonly<Record<string, string>> = {
  weibo: 'Weibo',
  wechat_oa: 'WeChat account',
  wechat_channels: 'WeChat Channels',
  xiaohongshu: 'Xiaohongshu',
  douyin: 'Douyin',
  kuaishou: 'Kuaishou',
  bilibili: 'Bilibili',
  zhihu: 'Zhihu',
  taobao_live: 'Taobao Live',
  tmall: 'Tmall',
}
const KPIS_EN: Readonly<Record<string, string>> = {
  views: 'Views',
  reach: 'Reach',
  interactions: 'Interactions',
  newFollowers: 'New followers',
  mentions: 'Mentions',
  searchIndex: 'Search index',
  sales: 'Sales',
}
const CHANNELS: Readonly<Record<string, Localized>> = {
  pugongying: say('Pugongying 蒲公英', '蒲公英'),
  xingtu: say('Xingtu 星图', '星图'),
  weirenwu: say('Weirenwu 微任务', '微任务'),
  huahuo: say('Huahuo 花火', '花火'),
  juxing: say('Juxing 磁力聚星', '磁力聚星'),
  huxuan: say('Huxuan 互选', '互选'),
}
const KINDS: Readonly<Record<string, Localized>> = { link: say('link', '链接'), code: say('code', '口令') }

const namePlatform = (key: string) => say(PLATFORMS_EN[key] ?? key, nameZh(PLATFORM_NAMES_ZH, key))
const NAMERS: Readonly<Record<string, (key: string) => Localized>> = {
  platform: namePlatform,
  platforms: namePlatform,
  format: nameFormat,
  filingChannel: (key) => CHANNELS[key] ?? say(key, key),
  kind: (key) => KINDS[key] ?? say(key, key),
  category: (key) => say(key.replaceAll('_', ' '), nameZh(CATEGORY_NAMES_ZH, key)),
  weight: (key) => Object.entries(BRIEF_WEIGHT_NAMES).find(([name]) => name === key)?.[1] ?? say(key, key),
  'kpis.name': (key) => say(KPIS_EN[key] ?? key, nameZh(KPI_NAMES_ZH, key)),
}

/** The words of a field's key for people, or null where the field holds a person's own words. */
export function nameBriefValue({ section, path }: { section: string; path: string }, key: string): Localized | null {
  return (NAMERS[`${section}.${path}`] ?? NAMERS[path])?.(key) ?? null
}
