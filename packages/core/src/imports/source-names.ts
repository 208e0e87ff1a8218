import { say, type Localized } from '../shared/index.ts'

const SOURCE_NAMES: Readonly<Record<string, Localized>> = {
  'xingtu.search': say('Xingtu search', '星图达人搜索'),
  'pugongying.creators': say('Pugongying creators', '蒲公英达人列表'),
  'huitun.creators': say('Huitun creators', '灰豚达人列表'),
  'mediacrawler.xhs.contents': say('MediaCrawler notes', 'MediaCrawler 笔记'),
  'xingtu.market': say('Xingtu market', '星图达人广场'),
  'qiangua.creators': say('Qiangua creators', '千瓜达人表'),
  'huitun.douyin': say('Huitun Douyin creators', '灰豚抖音播主表'),
  'feigua.creators': say('Feigua creators', '飞瓜达人表'),
  'weiq.accounts': say('WEIQ accounts', 'WEIQ 账号表'),
  'huahuo.creators': say('Huahuo creators', '花火 UP 主表'),
  'huxuan.channels': say('Huxuan channels', '互选视频号'),
  'newrank.official_accounts': say('Newrank official accounts', '新榜公众号表'),
  'mediacrawler.douyin.contents': say('MediaCrawler Douyin posts', 'MediaCrawler 抖音作品'),
  'mediacrawler.kuaishou.contents': say('MediaCrawler Kuaishou posts', 'MediaCrawler 快手作品'),
  'mediacrawler.bilibili.contents': say('MediaCrawler Bilibili posts', 'MediaCrawler B站稿件'),
  'mediacrawler.weibo.contents': say('MediaCrawler Weibo posts', 'MediaCrawler 微博'),
  'mediacrawler.zhihu.contents': say('MediaCrawler Zhihu posts', 'MediaCrawler 知乎内容'),
  'mediacrawler.tieba.contents': say('MediaCrawler Tieba threads', 'MediaCrawler 贴吧帖子'),
  'spider_xhs.notes': say('Spider_XHS notes', 'Spider_XHS 笔记'),
  'xhs_downloader.works': say('XHS-Downloader works', 'XHS-Downloader 作品'),
  'tiktok_downloader.works': say('TikTokDownloader works', 'TikTokDownloader 作品'),
  'xingtu.page': say('Xingtu creator page', '星图达人主页'),
  'pugongying.detail': say('Pugongying creator page', '蒲公英达人主页'),
  'relang.overview': say('Relang promotion overview', '热浪引擎推广数据总览'),
  'mediacrawler.xhs.creators': say('MediaCrawler Xiaohongshu creators', 'MediaCrawler 小红书创作者'),
  'mediacrawler.douyin.creators': say('MediaCrawler Douyin creators', 'MediaCrawler 抖音创作者'),
  'mediacrawler.kuaishou.creators': say('MediaCrawler Kuaishou creators', 'MediaCrawler 快手创作者'),
  'mediacrawler.bilibili.creators': say('MediaCrawler Bilibili creators', 'MediaCrawler B站 UP 主'),
  'mediacrawler.bilibili.dynamics': say('MediaCrawler Bilibili dynamics', 'MediaCrawler B站动态'),
  'mediacrawler.weibo.creators': say('MediaCrawler Weibo creators', 'MediaCrawler 微博博主'),
  'mediacrawler.tieba.creators': say('MediaCrawler Tieba users', 'MediaCrawler 贴吧用户'),
  'mediacrawler.zhihu.creators': say('MediaCrawler Zhihu creators', 'MediaCrawler 知乎答主'),
  'mediacrawler.xhs.comments': say('MediaCrawler Xiaohongshu comments', 'MediaCrawler 小红书评论'),
  'mediacrawler.douyin.comments': say('MediaCrawler Douyin comments', 'MediaCrawler 抖音评论'),
  'mediacrawler.kuaishou.comments': say('MediaCrawler Kuaishou comments', 'MediaCrawler 快手评论'),
  'mediacrawler.bilibili.comments': say('MediaCrawler Bilibili comments', 'MediaCrawler B站评论'),
  'mediacrawler.weibo.comments': say('MediaCrawler Weibo comments', 'MediaCrawler 微博评论'),
  'mediacrawler.tieba.comments': say('MediaCrawler Tieba comments', 'MediaCrawler 贴吧评论'),
  'mediacrawler.zhihu.comments': say('MediaCrawler Zhihu comments', 'MediaCrawler 知乎评论'),
  'spider_xhs.users': say('Spider_XHS users', 'Spider_XHS 用户'),
  'spider_xhs.comments': say('Spider_XHS comments', 'Spider_XHS 评论'),
  'tiktok_downloader.users': say('TikTokDownloader users', 'TikTokDownloader 账号'),
  'tiktok_downloader.search_users': say('TikTokDownloader users found by search', 'TikTokDownloader 搜索账号'),
  'tiktok_downloader.comments': say('TikTokDownloader comments', 'TikTokDownloader 评论'),
  'agency.orders': say('agency order sheet', '机构执行单'),
  'agency.tracker': say('agency campaign tracker', '机构投放跟踪表'),
  'agency.list': say('agency list', '机构提报表'),
  'followers.daily': say('followers by day', '逐日粉丝数'),
  'kolibra.series': say('series.jsonl', 'series.jsonl 时间序列'),
  'typed.table': say('typed table', '手工粘贴的表格'),
  typed: say('typed in', '手工录入'),
  contract: say('contract', '合同'),
  none: say('none', '无'),
}

const PROOFS_ZH: Readonly<Record<string, string>> = { proved: '已核实', unproved: '未核实', CNY: '单位元' }

/** What people call a source as imports write it, `xingtu.search price_1_20 (CNY, proved)`; a source nobody has named stays as it is. */
export function nameSource(source: string): Localized {
  const [, typedBy, where] = /^typed by (.+?)(?: — (.+))?$/.exec(source) ?? []
  if (typedBy !== undefined) return say(source, where === undefined ? `由 ${typedBy} 录入` : `由 ${typedBy} 录入（${where}）`)
  const [, id = '', column = '', proofs = ''] = /^(\S+)(?: (.+?))?(?: \(([^()]+)\))?$/.exec(source) ?? []
  const known = Object.hasOwn(SOURCE_NAMES, id) ? SOURCE_NAMES[id] : nameMapped(id)
  if (known === undefined) return say(source, source)
  const rest = source.slice(id.length)
  // The name of a column in English letters is a key of the export, no word of a Chinese sentence; a person's table has none,
  // and what stands there may be the rest of its name.
  const isKey = /^[ -~]*$/.test(column) && (column === '' || !isMappedSource(id))
  const notes = [...(isKey ? [] : [column]), ...proofs.split(', ').filter((proof) => proof !== '')]
  const zh = notes.map((note) => PROOFS_ZH[note] ?? note).join('，')
  return say(`${known.en}${rest}`, zh === '' ? known.zh : `${known.zh}，${zh}`)
}

/** Whether a source is a table that a person explained, `mapped.NAME`: it was not recognised, it was said. */
export const isMappedSource = (id: string): boolean => id.startsWith('mapped.')

/** What people call the source of a file, by its id alone: the name of a person's table may have spaces. */
export const nameSourceId = (id: string): Localized => nameMapped(id) ?? nameSource(id)

// A table that a person explained is called by the name it was given.
function nameMapped(id: string): Localized | undefined {
  const name = /^mapped\.(.+)$/.exec(id)?.[1]
  return name === undefined ? undefined : say(`table ${name}`, `表格“${name}”`)
}
