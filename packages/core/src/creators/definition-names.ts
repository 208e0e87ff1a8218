import { say, type Localized } from '../shared/index.ts'
import { nameFormat } from './format-names.ts'

/** The parts that definitions of imported numbers are made of, in Chinese; a definition joins parts with `; `. */
const PARTS_ZH: Readonly<Record<string, string>> = {
  'the source does not print its definition': '来源未写明口径',
  'as the list states it': '以表中所写为准',
  'as the vendor estimates': '数据商估算',
  'as the vendor counts': '数据商口径',
  'commercial videos': '商业稿件',
  'direct post': '直发',
  'direct posts': '直发',
  reposts: '转发',
  'likes + comments + saves, as Pugongying counts': '点赞＋评论＋收藏（蒲公英口径）',
  'likes + comments + shares, without saves, as Xingtu counts': '点赞＋评论＋分享，不含收藏（星图口径）',
  'price / (likes + comments + shares) as Xingtu defines it': '报价 ÷（点赞＋评论＋分享）（星图口径）',
  'cannot be recomputed from this file': '无法用本文件复算',
  'what they are divided by is not printed': '来源未写明分母',
  'what it is made of is not printed': '来源未写明构成',
  'which plays it divides by is not printed': '来源未写明以哪些播放为分母',
  'video up to 60 s': '60 秒以内视频',
  'the vendor does not say whether reads or impressions': '数据商未写明按阅读还是按曝光',
  'the vendor does not say which interactions': '数据商未写明包含哪些互动',
  'the source does not print over which days': '来源未写明统计天数',
  'per buyer': '每位买家',
  'the sheet does not say of which length': '表中未写明视频时长',
  'threshold as Xingtu sets it': '爆款标准由星图设定',
  'threshold as the vendor sets it': '爆款标准由数据商设定',
  'the bid Xingtu suggests for pay per play': '星图建议的按播放计费出价',
  'share of videos that came on the popular page': '上热门的稿件占比',
  'clicks on the blue link': '蓝链点击',
  'cost of one click on the blue link': '蓝链单次点击成本',
  'followers active within 28 days ÷ followers': '28 天内活跃粉丝 ÷ 粉丝数',
  'followers found in the advertiser’s own audience': '在广告主自有人群中的粉丝占比',
  'followers the vendor finds active ÷ followers': '数据商判定的活跃粉丝 ÷ 粉丝数',
  'followers the vendor suspects to be fake ÷ followers': '数据商判定的疑似水粉 ÷ 粉丝数',
  'followers who interacted within 30 days ÷ followers': '30 天内互动粉丝 ÷ 粉丝数',
  'followers who ordered within 30 days ÷ followers': '30 天内下单粉丝 ÷ 粉丝数',
  'followers who read within 30 days ÷ followers': '30 天内阅读粉丝 ÷ 粉丝数',
  'new followers ÷ followers': '新增粉丝 ÷ 粉丝数',
  'full plays ÷ plays': '完整播放 ÷ 播放量',
  'full plays ÷ plays of filed work': '商单作品的完整播放 ÷ 播放量',
  'full plays ÷ plays of videos': '视频的完整播放 ÷ 播放量',
  'interactions ÷ plays': '互动 ÷ 播放量',
  'interactions ÷ plays of filed work': '商单作品的互动 ÷ 播放量',
  'invitations answered within 48 hours ÷ invitations': '48 小时内回复的邀约 ÷ 邀约数',
  'mEngagementNum, another median than interactionMedian': '与页面所示互动中位数不同的另一中位数',
  'mValidRawReadFeedNum, another median than readMedian': '与页面所示阅读中位数不同的另一中位数',
  'notes with 100 likes or more ÷ notes': '百赞及以上笔记 ÷ 笔记数',
  'notes with 1,000 likes or more ÷ notes': '千赞及以上笔记 ÷ 笔记数',
  'plays by followers ÷ plays': '粉丝播放 ÷ 播放量',
  'plays on computers ÷ plays': '电脑端播放 ÷ 播放量',
  'plays on phones ÷ plays': '移动端播放 ÷ 播放量',
  'price ÷ plays × 1000': '报价 ÷ 播放量 × 1000',
  'price ÷ expected plays × 1000': '报价 ÷ 预期播放量 × 1000',
  'price ÷ impressions × 1000': '报价 ÷ 曝光量 × 1000',
  'price ÷ interactions': '报价 ÷ 互动量',
  'price ÷ reads': '报价 ÷ 阅读量',
  'price ÷ shop visits': '报价 ÷ 进店量',
  'placement in a video': '植入视频',
  'a video of its own': '定制视频',
  'for selling': '带货',
  'reads from search ÷ reads': '搜索页阅读 ÷ 阅读量',
  'reads from the Discovery page ÷ reads': '发现页阅读 ÷ 阅读量',
  'reads of at least 3 seconds ÷ reads of image notes': '图文笔记停留 3 秒以上的阅读 ÷ 阅读量',
  'sales ÷ plays × 1000': '销售额 ÷ 播放量 × 1000',
  'relative difference to peers as Pugongying picks them': '与蒲公英选定同类账号的相对差异',
  'from Detail': '来自详情页',
  'from Follow': '来自关注页',
  'from Homefeed': '来自首页推荐',
  'from Nearby': '来自附近页',
  'from Other': '来自其他页面',
  'from Search': '来自搜索页',
}

/** The definition of an imported number in both languages; what no table names stays as its source says it. */
export function nameDefinition(definition: string): Localized {
  return say(definition, definition.split('; ').map(namePart).join('；'))
}

function namePart(part: string): string {
  const known = nameWhole(part)
  if (known !== null) return known
  const [, before = '', sign = '', after = ''] = /^(.+?)(: |, )(.+)$/.exec(part) ?? []
  const rest = nameWhole(after)
  if (sign === '' || rest === null) return part
  // `expectedCpe of image_note`: the name of the number stands beside its definition already.
  const subject = nameWhole(before) ?? nameWhole(/ of (\S+)$/.exec(before)?.[1] ?? '')
  return subject === null ? rest : `${subject}${sign === ': ' ? '：' : '，'}${rest}`
}

function nameWhole(words: string): string | null {
  if (Object.hasOwn(PARTS_ZH, words)) return PARTS_ZH[words] ?? null
  const format = nameFormat(words).zh
  return format === words || words === '' ? null : format
}
