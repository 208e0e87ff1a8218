import { platformSchema } from '../shared/index.ts'
import { cleanText, isEmptyCell } from './parse-number.ts'

const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  小红书: 'xiaohongshu',
  红书: 'xiaohongshu',
  xhs: 'xiaohongshu',
  red: 'xiaohongshu',
  rednote: 'xiaohongshu',
  抖音: 'douyin',
  dy: 'douyin',
  快手: 'kuaishou',
  ks: 'kuaishou',
  微博: 'weibo',
  新浪微博: 'weibo',
  wb: 'weibo',
  b站: 'bilibili',
  哔哩哔哩: 'bilibili',
  bili: 'bilibili',
  知乎: 'zhihu',
  公众号: 'wechat_oa',
  微信公众号: 'wechat_oa',
  视频号: 'wechat_channels',
  微信视频号: 'wechat_channels',
  淘宝直播: 'taobao_live',
  天猫: 'tmall',
}

/** A platform by any of its names; null when it is none of them. */
export function namePlatform(cell: unknown): string | null {
  const text = cleanText(cell).toLowerCase()
  return platformSchema.safeParse(text).success ? text : (PLATFORM_NAMES[text] ?? null)
}

// Words that stand in the headers of one platform's lists only. Filed and unfiled picture notes exist on Xiaohongshu alone.
const PLATFORM_HEADERS: readonly (readonly [RegExp, string])[] = [
  [/小红书|红书号|蒲公英|报备.*图文|图文.*报备|水下图文/, 'xiaohongshu'],
  [/抖音|星图/, 'douyin'],
  [/快手|磁力聚星/, 'kuaishou'],
  [/微博/, 'weibo'],
  [/b站|up主|花火|哔哩/i, 'bilibili'],
]

/** The platform that the headers of a list speak of; null when they speak of none or of several. */
export function platformOfHeaders(headers: readonly string[]): string | null {
  const found = PLATFORM_HEADERS.filter(([words]) => headers.some((header) => words.test(header)))
  return found.length === 1 ? (found[0]?.[1] ?? null) : null
}

/** Whether a header speaks of an id or handle, with or without its platform before it. */
export const isIdHeader = (header: string): boolean => /(?:号|id)$/i.test(header.trim())

/** 男/女 and Xingtu's 1/2 as male/female; 0 and anything else is not known. */
export function nameGender(text: string): string | null {
  if (/^(1|男|男性|male|m)$/i.test(text)) return 'male'
  return /^(2|女|女性|female|f)$/i.test(text) ? 'female' : null
}

/** Tags in any of the shapes met: `美妆,护肤`, `美妆/护肤`, `["美妆"]`, `{"美妆":["护肤"]}`. */
export function splitTags(cell: unknown): string[] {
  return listTags(cell)
    .filter((tag) => tag.length <= LONGEST_TAG)
    .slice(0, MOST_TAGS)
}

// A longer text is no tag, and nobody gives so many: what is left of a novel in the wrong column.
const LONGEST_TAG = 100
const MOST_TAGS = 500

function listTags(cell: unknown): string[] {
  if (isEmptyCell(cell)) return []
  const text = cleanText(cell)
  const parsed = /^[[{]/.test(text) ? tryJson(text) : undefined
  if (parsed !== undefined) return [...new Set(listStrings(parsed))]
  // A list as Python prints it, which crawlers write into cells of a sheet.
  const bare = /^\[.*\]$/.test(text) ? text.slice(1, -1).replaceAll(/['"]/g, '') : text
  return [...new Set(bare.split(/[,，、;；|/\s]+/).filter((tag) => tag !== ''))]
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(listStrings)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...listStrings(item)])
}
