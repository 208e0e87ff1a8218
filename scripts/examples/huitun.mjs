// The 38 columns of a 灰豚 Xiaohongshu creator sheet: shares with the count behind them, "--" for nothing.
import { writeXlsx } from 'hucre/xlsx'
import { CITIES, profileLink } from './people.mjs'
import { round } from './seeded.mjs'

const HEADER = [
  '达人名称',
  '达人官方地址',
  '小红书号',
  '灰豚指数',
  '性别',
  '地域',
  '简介',
  '联系邮箱',
  '更新时间',
  '认证信息',
  '粉丝数',
  '品牌合作人',
  '签约MCN',
  '达人标签',
  '认证类型',
  '笔记总数',
  '赞藏总数',
  '商业笔记总数',
  '近7天笔记数',
  '近60天笔记数',
  '近60天爆文率',
  '近60天平均点赞',
  '近60天平均收藏',
  '近60天平均评论',
  '近60天平均分享',
  '活跃粉丝占比',
  '水粉占比',
  '粉丝男/女',
  '粉丝地域',
  '粉丝年龄',
  '粉丝活跃时间',
  '粉丝关注焦点',
  '图文笔记报价',
  '图文CPE',
  '图文CPM',
  '视频笔记报价',
  '视频CPE',
  '视频CPM',
]
const percent = (share, places = 2) => `${round(share * 100, places)}%`
const withCount = (share, followers) => `${percent(share)} | ${Math.round(share * followers)}`

function makeAges(chance) {
  const young = chance.between(0.25, 0.45)
  const middle = chance.between(0.3, 0.45)
  const teens = chance.between(0.02, 0.08)
  const rest = 1 - young - middle - teens
  const parts = [
    ['<18', teens],
    ['18-24', young],
    ['25-34', middle],
    ['35-44', rest * 0.75],
    ['>44', rest * 0.25],
  ]
  return parts.map(([age, share]) => `${age}|${percent(share, 1)}`).join(' ')
}

function makeRegions(chance) {
  const names = [...new Set(Array.from({ length: 5 }, () => chance.pick(CITIES)[0]))]
  let share = chance.between(0.14, 0.2)
  return names
    .map((name) => {
      share *= chance.between(0.75, 0.95)
      return `${name}|${percent(share, 1)}`
    })
    .join(' ')
}

function makeOffers(chance, person, average) {
  const cost = (price) =>
    price === null ? ['--', '--', '--'] : [price, round(price / average, 2), round((price / person.reads) * 1000, 2)]
  const picture = chance.chance(0.85) ? person.picturePrice : null
  const video = chance.chance(0.75) ? person.videoPrice : null
  return [...cost(picture), ...cost(video)]
}

function makeRow(chance, person) {
  const { followers, interactions } = person
  const likes = Math.round(interactions * 0.62)
  const saves = Math.round(interactions * 0.27)
  const comments = Math.round(interactions * 0.08)
  const shares = Math.max(1, Math.round(interactions * 0.03))
  const notes = chance.whole(60, 600)
  const women = chance.between(0.75, 0.96)
  return [
    person.name,
    profileLink(person),
    person.redId,
    round(chance.between(420, 890), 1),
    chance.chance(0.9) ? '女' : '--',
    person.city,
    '示例账号，人物为虚构',
    '--',
    `2026-11-19 0${chance.whole(1, 9)}:${chance.whole(10, 59)}:00`,
    chance.chance(0.15) ? '美妆博主' : '--',
    followers,
    chance.chance(0.6) ? '是' : '否',
    person.agency === '' ? '--' : person.agency,
    '护肤',
    chance.chance(0.15) ? '个人认证' : '--',
    notes,
    Math.round(followers * chance.between(2.5, 7)),
    chance.whole(0, Math.round(notes / 6)),
    chance.whole(0, 5),
    chance.whole(6, 30),
    percent(chance.between(0, 0.12)),
    likes,
    saves,
    comments,
    shares,
    withCount(chance.between(0.3, 0.55), followers),
    chance.chance(0.9) ? withCount(chance.between(0.005, 0.09), followers) : '--',
    `男|${percent(1 - women, 1)} 女|${percent(women, 1)}`,
    makeRegions(chance),
    makeAges(chance),
    '20:00-22:00',
    '护肤 彩妆 生活记录',
    ...makeOffers(chance, person, likes + saves + comments + shares),
  ]
}

/** The bytes of huitun-creators.xlsx. */
export async function makeHuitunCreators(chance, people) {
  const rows = people.map((person) => makeRow(chance, person))
  const made = new Date('2026-11-19T02:00:00Z')
  return writeXlsx({ sheets: [{ name: '达人列表', rows: [HEADER, ...rows] }], properties: { created: made, modified: made } })
}
