import type { Site } from './platform-sites.ts'

/** What a link of a platform leads to, by host and path. Group 1 of `path` is the id, where the link holds one. */
export interface LinkPattern {
  readonly sites: readonly Site[]
  /** What may stand before the site's name; '' is nothing. */
  readonly under: readonly string[]
  readonly path: RegExp
  /** `platform id` as exports have it; `sec_uid` is Douyin's other id; `handle` is a name a person chose. */
  readonly holds: 'platform id' | 'sec_uid' | 'handle' | 'post' | 'nothing'
}

const ANY = /^/
const BARE = ['', 'www']
const DOUYIN = { sites: ['douyin.com', 'iesdouyin.com'], under: BARE } as const
const WEIBO = { sites: ['weibo.com', 'weibo.cn'], under: [...BARE, 'm'] } as const

/** Most specific first within a site. */
export const LINK_PATTERNS: readonly LinkPattern[] = [
  { sites: ['xiaohongshu.com'], under: BARE, path: /^\/user\/profile\/([0-9a-f]{24})(?![0-9a-z])/i, holds: 'platform id' },
  { sites: ['xiaohongshu.com'], under: BARE, path: /^\/(?:explore|discovery\/item)\/([0-9a-f]{24})/i, holds: 'post' },
  { sites: ['xhslink.com'], under: BARE, path: /^\/\w/, holds: 'nothing' },
  { ...DOUYIN, path: /^\/(?:share\/)?user\/(MS4wLjAB[\w-]{20,})/, holds: 'sec_uid' },
  { ...DOUYIN, path: /^\/share\/user\/(\d{5,})/, holds: 'platform id' },
  { ...DOUYIN, path: /^\/(?:share\/)?(?:video|note)\/(\d{10,})/, holds: 'post' },
  { sites: ['douyin.com'], under: ['v'], path: /^\/[\w-]+/, holds: 'nothing' },
  { sites: ['kuaishou.com'], under: [...BARE, 'live', 'www.live'], path: /^\/(?:profile|u)\/([\w-]{3,})/, holds: 'platform id' },
  { sites: ['kuaishou.com'], under: BARE, path: /^\/short-video\/(\w+)/, holds: 'post' },
  { sites: ['kuaishou.com'], under: ['v'], path: /^\/\w+/, holds: 'nothing' },
  { sites: ['bilibili.com'], under: ['space'], path: /^\/(\d+)/, holds: 'platform id' },
  { sites: ['bilibili.com'], under: ['m'], path: /^\/space\/(\d+)/, holds: 'platform id' },
  { sites: ['bilibili.com'], under: [...BARE, 'm'], path: /^\/video\/(\w+)/, holds: 'post' },
  { sites: ['b23.tv'], under: [''], path: /^\/\w+/, holds: 'nothing' },
  { ...WEIBO, path: /^\/(?:u|profile)\/(\d{5,})/, holds: 'platform id' },
  { sites: ['weibo.com'], under: BARE, path: /^\/(\d{9,11})(?:\/?$)/, holds: 'platform id' },
  { ...WEIBO, path: /^\/(?:status|detail|\d{5,})\/(\w+)/, holds: 'post' },
  { sites: ['t.cn'], under: [''], path: /^\/\w+/, holds: 'nothing' },
  { sites: ['zhihu.com'], under: BARE, path: /^\/people\/([\w-]+)/, holds: 'handle' },
  { sites: ['zhihu.com'], under: BARE, path: ANY, holds: 'post' },
]

/** Names in share texts. Group 1 is the name; the first pattern that fits speaks. */
export const NAME_PATTERNS: readonly RegExp[] = [
  // 抖音: 复制打开抖音，看看【示例的作品】…
  /【([^【】]{1,40}?)的(?:图文)?作品】/,
  // B站: 【示例的个人空间-哔哩哔哩】
  /【([^【】]{1,40}?)的个人空间[^【】]*】/,
  // 小红书: 【标题 - 示例 | 小红书 - 你的生活兴趣社区】
  /【[^【】]* - ([^【】|]{1,40}?) \| 小红书[^【】]*】/,
  // 小红书: 12 示例发布了一篇小红书笔记，快来看看吧
  /(?:^|\s|\d )@?([^\s，,。！!【】]{1,40}?)发布了一篇小红书笔记/,
  // 小红书: @示例 在小红书收获了1.2万次赞与收藏，查看Ta的主页
  /@([^\s@，,：:【】]{1,40})\s*在小红书收获了/,
  // 快手, 微博: @示例 …, 分享示例的微博
  /(?:^|\s)@([^\s@，,：:【】]{1,40})/,
  /分享\s*([^\s，,：:【】]{1,40}?)的(?:微博|快手)/,
  /看看【([^【】]{1,40})】/,
]

/** Texts that share one post: a short link in them leads to it, and names no account. */
export const POST_TEXTS: readonly RegExp[] = [
  /发布了一篇小红书笔记/,
  /【[^【】]* - [^【】|]{1,40}? \| 小红书[^【】]*】/,
  /的(?:图文)?作品】/,
  /发了一个快手作品/,
  /【(?![^【】]*个人空间)[^【】]*-哔哩哔哩】/,
]

/** What the apps call their public names. */
export const HANDLE_PATTERNS: readonly { readonly platform: string; readonly pattern: RegExp }[] = [
  { platform: 'xiaohongshu', pattern: /(?:小红书|红书)(?:号|ID)\s*[:：]?\s*([\w.-]{4,30})/i },
  { platform: 'douyin', pattern: /抖音(?:号|ID)\s*[:：]?\s*([\w.-]{3,30})/i },
  { platform: 'kuaishou', pattern: /快手(?:号|ID)\s*[:：]?\s*([\w.-]{3,30})/i },
  { platform: 'weibo', pattern: /微博UID\s*[:：]?\s*(\d{5,12})/i },
  { platform: 'bilibili', pattern: /(?:B站)?\bUID\s*[:：]\s*(\d{1,16})/i },
]

/** Where neither link nor handle names a platform, the app that is to be opened does. */
export const APP_PATTERNS: readonly { readonly platform: string; readonly pattern: RegExp }[] = [
  { platform: 'xiaohongshu', pattern: /打开【?小红书|在小红书收获了|小红书笔记/ },
  { platform: 'douyin', pattern: /打开【?抖音/ },
  { platform: 'kuaishou', pattern: /打开【?快手/ },
  { platform: 'bilibili', pattern: /-哔哩哔哩】/ },
]

/** Names in brackets that are apps and no creators. */
export const APP_NAMES = /^(?:小红书|抖音|抖音极速版|快手|快手极速版|哔哩哔哩|微博|B站|App)$/i
