// The 34 columns of a 蒲公英 creator list (utf-8 with a byte order mark).
import { formatCsv } from './csv.mjs'
import { profileLink } from './people.mjs'
import { round } from './seeded.mjs'

export const HEADER = [
  '关键词',
  '页码',
  '小红书昵称',
  '小红书号',
  '地址',
  '机构',
  '数据更新至',
  '小红书链接',
  '粉丝数',
  '账号类型',
  '图文报价',
  '视频报价',
  '合作笔记数',
  '预估阅读单价_图文',
  '图文3秒阅读',
  '日常_阅读中位数',
  '日常_互动中位数',
  '日常_阅读来源发现页占比',
  '日常_阅读来源搜索页占比',
  '合作_阅读中位数',
  '合作_互动中位数',
  '合作_阅读来源发现页占比',
  '合作_阅读来源搜索页占比',
  '女性粉丝占比',
  '年龄占比最多的',
  '账号评估',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `合作笔记${at}阅读数`),
]
const KEYWORDS = ['面霜', '敏感肌', '护肤']
const KINDS = ['护肤', '美妆', '护肤/美妆', '护肤/时尚']
const AGES = ['18-24', '25-34', '25-34', '35-44']
const percent = (share) => `${round(share * 100, 1)}%`

function makeRow(chance, person, index) {
  const { reads, interactions, picturePrice, videoPrice } = person
  const offers = chance.chance(0.85)
  const sponsored = Math.round(reads * chance.between(0.7, 1.05))
  const notes = offers ? chance.whole(0, 24) : 0
  const unknownBack = index % 17 === 5
  return {
    关键词: KEYWORDS[index % 3],
    页码: Math.floor(index / 20) + 1,
    小红书昵称: person.name,
    小红书号: person.redId,
    地址: `${person.province === person.city ? '' : person.province}${person.city}`,
    机构: person.agency,
    数据更新至: '2026-11-18',
    小红书链接: profileLink(person),
    粉丝数: person.followers,
    账号类型: chance.pick(KINDS),
    图文报价: offers ? picturePrice : '--',
    视频报价: chance.chance(0.8) ? videoPrice : '--',
    合作笔记数: notes,
    预估阅读单价_图文: offers ? round(picturePrice / reads, 2) : '--',
    图文3秒阅读: unknownBack ? '' : percent(chance.between(0.35, 0.75)),
    日常_阅读中位数: reads,
    日常_互动中位数: interactions,
    日常_阅读来源发现页占比: percent(chance.between(0.4, 0.7)),
    日常_阅读来源搜索页占比: percent(chance.between(0.1, 0.28)),
    合作_阅读中位数: notes > 0 ? sponsored : '--',
    合作_互动中位数: notes > 0 ? Math.round(interactions * chance.between(0.6, 1)) : '--',
    合作_阅读来源发现页占比: notes > 0 ? percent(chance.between(0.35, 0.65)) : '--',
    合作_阅读来源搜索页占比: notes > 0 ? percent(chance.between(0.1, 0.3)) : '--',
    女性粉丝占比: unknownBack ? '' : percent(chance.between(0.72, 0.97)),
    年龄占比最多的: `${chance.pick(AGES)} ${percent(chance.between(0.38, 0.62))}`,
    账号评估: chance.chance(0.9) ? '优秀' : '普通',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((at) => [`合作笔记${at}阅读数`, at <= notes ? Math.round(chance.spread(sponsored, 0.5)) : '']),
    ),
  }
}

/** The text of pugongying-creators.csv: 60 creators, two of them met again, once unchanged and once two days later. */
export function makePugongyingCreators(chance, people) {
  const rows = people.map((person, index) => makeRow(chance, person, index))
  const again = { ...rows[7], 关键词: KEYWORDS[0], 页码: 3 }
  const later = { ...rows[21], 关键词: KEYWORDS[2], 页码: 4, 数据更新至: '2026-11-20', 粉丝数: rows[21].粉丝数 + 137 }
  const lines = [...rows, again, later].map((row) => HEADER.map((column) => row[column]))
  return `\ufeff${formatCsv(HEADER, lines)}`
}
