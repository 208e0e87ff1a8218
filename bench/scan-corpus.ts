// Terms and texts for measuring the scanner: the house's own words and compounds of them; reviews of shoppers and guests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Rulebook } from '@kolibra/core/compliance'
import { expandTerm } from '../packages/core/src/compliance/find-terms.ts'
import { fold } from '../packages/core/src/compliance/fold.ts'

const TERMS = 10_000
const EVADABLE = 320
const PROSE_CHARS = 1_600_000
const COMMENT_CHARS = 30
const COMMENTS = 40_000

const HEADS =
  '祛斑 美白 减肥 瘦脸 瘦腿 丰胸 增高 生发 护肝 养胃 补肾 降压 降糖 降脂 排毒 抗癌 防癌 止痛 消炎 杀菌 助眠 补钙 明目 通便 除湿 祛湿 固发 淡纹 嫩肤 修护 理财 基金 股票 期货 贷款 保险 彩票 外汇 投资 开户 代购 刷单 兼职 加盟 代理 返利 优惠 红包 抽奖 秒杀 考研 考公 雅思 托福 高考 中考 奥数 网课 培训 证书'.split(
    ' ',
  )
const TAILS =
  '神器 秘方 特效 包治 根治 速效 永久 无效 必备 首选 第一 冠军 之王 专家 大师 机构 医院 专供 特供 内部 渠道 私信 加群 入群 拼团 直播 专场 福利 清单 攻略 教程 测评 榜单 排行 推荐 套餐 疗程 体验 名额 资料 口令 链接 同款 正品 原单 尾单 高仿 免费 包邮 低价 底价 折扣 补贴 返现 佣金 收益 保本 稳赚 翻倍 内幕'.split(
    ' ',
  )

const isHan = (term: string) => /^\p{Script=Han}{2,}$/u.test(term)

/** Ten thousand Chinese terms: what the rules look for, then compounds. Names of contacts are also to be found by sound. */
export function inventTerms({ words, entries }: Rulebook): { terms: string[]; evadable: Set<string> } {
  const looked = entries.flatMap(({ detectors }) =>
    (detectors ?? []).flatMap((detector) => (detector.kind === 'terms' ? detector.find : [])),
  )
  const spell = (terms: readonly string[]) =>
    terms
      .flatMap(expandTerm)
      .map((term) => fold(term).text)
      .filter(isHan)
  const own = words.filter(({ id }) => looked.includes(id)).flatMap((list) => spell(list.terms))
  const compounds = HEADS.flatMap((head) => TAILS.flatMap((tail) => [head + tail, tail + head, `${head}的${tail}`]))
  const terms = [...new Set([...own, ...compounds])].slice(0, TERMS)
  const kept = new Set(terms)
  const contacts = words.filter(({ id }) => id.includes('contact')).flatMap((list) => spell(list.terms))
  return { terms, evadable: new Set([...contacts, ...own].filter((term) => kept.has(term)).slice(0, EVADABLE)) }
}

/** Reviews as one long text, and as comments of thirty characters. */
export function readTexts(data: string): { prose: string; comments: string[] } {
  const rows = readReviews(data)
  const prose = rows
    .filter((row) => row.length >= 60)
    .join('\n')
    .slice(0, PROSE_CHARS)
  const comments = rows.filter((row) => row.length >= COMMENT_CHARS).map((row) => row.slice(0, COMMENT_CHARS))
  return { prose, comments: comments.slice(0, COMMENTS) }
}

/** Reviews of hotels, of meals brought home and of things bought. */
export function readReviews(data: string): string[] {
  const read = (name: string) => readFileSync(join(data, 'zh_sentiment', name))
  const files = [read('ChnSentiCorp_htl_all.csv'), read('waimai_10k.csv'), gunzipSync(read('online_shopping_10_cats.csv.gz'))]
  return files.flatMap((file) => {
    const lines = file.toString('utf8').split('\n').slice(1)
    return lines.map((line) => line.slice(line.search(/\p{Script=Han}/u)).replace(/["\r]/g, ''))
  })
}
