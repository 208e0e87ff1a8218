import { cleanText } from './parse-number.ts'

/** Whose a site is, with all that stands under its name. The one place where sites of platforms are listed. */
const SITES = {
  'xiaohongshu.com': 'xiaohongshu',
  'xhslink.com': 'xiaohongshu',
  'douyin.com': 'douyin',
  'iesdouyin.com': 'douyin',
  'xingtu.cn': 'douyin',
  'kuaishou.com': 'kuaishou',
  'weibo.com': 'weibo',
  'weibo.cn': 'weibo',
  't.cn': 'weibo',
  'bilibili.com': 'bilibili',
  'b23.tv': 'bilibili',
  'zhihu.com': 'zhihu',
} as const satisfies Readonly<Record<string, string>>

/** A site of a platform, without `www.` and the like. */
export type Site = keyof typeof SITES

/** Where a link leads, as it is written. */
export interface SiteLink {
  readonly link: string
  readonly site: Site
  readonly platform: string
  /** What stands before the site's name: '', 'www', 'space'. */
  readonly under: string
  readonly host: string
  readonly path: string
}

// A name of a host has parts of at most 63 signs; without that bound a long word takes its length squared.
const LINK = /(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(\/[^\s?#，。！、；：）】"'<>]*)?([?#][^\s，。！、；：）】"'<>]*)?/gi
const LONGEST = 4000
const isSite = (name: string): name is Site => Object.hasOwn(SITES, name)

/** The links of a text that lead to a platform. A host must match whole: a link of another site that mentions one is none of them. */
export function listSiteLinks(text: string): SiteLink[] {
  return [...text.slice(0, LONGEST).matchAll(LINK)].flatMap(([link, printed = '', path = '/']) => {
    const host = printed.toLowerCase()
    const parts = host.split('.')
    const site = parts.slice(-2).join('.')
    return isSite(site) ? [{ link, site, platform: SITES[site], under: parts.slice(0, -2).join('.'), host, path }] : []
  })
}

/** The platform a profile link leads to, or null. */
export const platformOfLink = (cell: unknown): string | null => listSiteLinks(cleanText(cell))[0]?.platform ?? null
