/** What a link of a platform leads to, by host and path. Group 1 of `path` is the id, where the link holds one. */
export interface LinkPattern {
  readonly platform: string
  readonly host: RegExp
  readonly path: RegExp
  /** `platform id` as exports have it; `sec_uid` is Douyin's other id; `handle` is a name a person chose. */
  readonly holds: 'platform id' | 'sec_uid' | 'handle' | 'post' | 'nothing'
}

const ANY = /^/

/** Most specific first within a host. A host must match whole: a link of another site that mentions one of these is none of them. */
export const LINK_PATTERNS: readonly LinkPattern[] = [
  {
    platform: 'xiaohongshu',
    host: /^(?:www\.)?xiaohongshu\.com$/,
    path: /^\/user\/profile\/([0-9a-f]{24})(?![0-9a-z])/i,
    holds: 'platform id',
  },
  { platform: 'xiaohongshu', host: /^(?:www\.)?xiaohongshu\.com$/, path: /^\/(?:explore|discovery\/item)\/([0-9a-f]{24})/i, holds: 'post' },
  { platform: 'xiaohongshu', host: /^(?:www\.)?xhslink\.com$/, path: /^\/\w/, holds: 'nothing' },
  { platform: 'douyin', host: /^(?:www\.)?(?:ies)?douyin\.com$/, path: /^\/(?:share\/)?user\/(MS4wLjAB[\w-]{20,})/, holds: 'sec_uid' },
  { platform: 'douyin', host: /^(?:www\.)?(?:ies)?douyin\.com$/, path: /^\/share\/user\/(\d{5,})/, holds: 'platform id' },
  { platform: 'douyin', host: /^(?:www\.)?(?:ies)?douyin\.com$/, path: /^\/(?:share\/)?(?:video|note)\/(\d{10,})/, holds: 'post' },
  { platform: 'douyin', host: /^v\.douyin\.com$/, path: /^\/[\w-]+/, holds: 'nothing' },
  { platform: 'kuaishou', host: /^(?:www\.)?(?:live\.)?kuaishou\.com$/, path: /^\/(?:profile|u)\/([\w-]{3,})/, holds: 'platform id' },
  { platform: 'kuaishou', host: /^(?:www\.)?kuaishou\.com$/, path: /^\/short-video\/(\w+)/, holds: 'post' },
  { platform: 'kuaishou', host: /^v\.kuaishou\.com$/, path: /^\/\w+/, holds: 'nothing' },
  { platform: 'bilibili', host: /^space\.bilibili\.com$/, path: /^\/(\d+)/, holds: 'platform id' },
  { platform: 'bilibili', host: /^m\.bilibili\.com$/, path: /^\/space\/(\d+)/, holds: 'platform id' },
  { platform: 'bilibili', host: /^(?:www\.|m\.)?bilibili\.com$/, path: /^\/video\/(\w+)/, holds: 'post' },
  { platform: 'bilibili', host: /^b23\.tv$/, path: /^\/\w+/, holds: 'nothing' },
  { platform: 'weibo', host: /^(?:www\.|m\.)?weibo\.(?:com|cn)$/, path: /^\/(?:u|profile)\/(\d{5,})/, holds: 'platform id' },
  { platform: 'weibo', host: /^(?:www\.)?weibo\.com$/, path: /^\/(\d{9,11})(?:\/?$)/, holds: 'platform id' },
  { platform: 'weibo', host: /^(?:www\.|m\.)?weibo\.(?:com|cn)$/, path: /^\/(?:status|detail|\d{5,})\/(\w+)/, holds: 'post' },
  { platform: 'weibo', host: /^t\.cn$/, path: /^\/\w+/, holds: 'nothing' },
  { platform: 'zhihu', host: /^(?:www\.)?zhihu\.com$/, path: /^\/people\/([\w-]+)/, holds: 'handle' },
  { platform: 'zhihu', host: /^(?:www\.)?zhihu\.com$/, path: ANY, holds: 'post' },
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
