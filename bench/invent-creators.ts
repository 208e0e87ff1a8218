import { closeSync, openSync, writeSync } from 'node:fs'

/** The 30 columns of an invented Pugongying export. */
export const COLUMNS =
  '关键词,页码,小红书昵称,小红书号,地址,机构,数据更新至,小红书链接,粉丝数,账号类型,图文报价,视频报价,合作笔记数,预估阅读单价_图文,图文3秒阅读,日常_阅读中位数,日常_互动中位数,日常_阅读来源发现页占比,日常_阅读来源搜索页占比,合作_阅读中位数,合作_互动中位数,合作_阅读来源发现页占比,合作_阅读来源搜索页占比,女性粉丝占比,男性粉丝占比,粉丝年龄18-24,粉丝年龄25-34,粉丝年龄35-44,活跃粉丝占比,合作笔记1阅读数'.split(
    ',',
  )

const NAMES = ['小鹿', '蓝莓', '青柠', '豆包', '云朵', '橙子', '山茶', '栗子', '白鸽', '麦芽']
const ENDS = ['素颜日常', '成分笔记', '护肤手账', '的衣柜', '爱做饭', '带娃记', '旅行册']
const CITIES = ['上海', '北京', '湖北武汉', '广东广州', '四川成都', '浙江杭州', '--', '福建厦门']
const KINDS = ['护肤/时尚', '美妆', '美食', '母婴/家居', '旅行', '穿搭', '健身/美食']
const WORDS = ['面霜', '敏感肌', '防晒', '早C晚A', '精华']
const AGENCIES = ['', '', '', '示例·春芽文化', '示例·南风传媒', '示例·一格']

/** Writes `rows` invented creators as csv, the same for the same seed: units that prove, `1.2万`, `--`, ranges, a few repeated rows. */
export function writeCreators(path: string, rows: number, seed = 11): void {
  const random = makeRandom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const percent = (top: number) => `${(random() * top).toFixed(1)}%`
  const file = openSync(path, 'w')
  let lines = `\uFEFF${COLUMNS.join(',')}\n`
  for (let row = 0; row < rows; row += 1) {
    const followers = Math.round(Math.exp(7 + random() * 7))
    const reads = Math.max(20, Math.round(followers * (0.02 + random() * 0.4)))
    const sponsored = Math.max(20, Math.round(reads * (0.6 + random() * 0.6)))
    const price = 50 * Math.max(1, Math.round((followers * (0.05 + random() * 0.2)) / 50))
    const age = [random() * 50, random() * 30, random() * 15].map((share) => `${share.toFixed(1)}%`)
    const female = (random() * 100).toFixed(1)
    // One row in a thousand says something of a creator met before.
    const person = random() < 0.001 ? Math.floor(random() * row) : row
    lines += [
      pick(WORDS),
      1 + Math.floor(row / 20),
      `示例·${pick(NAMES)}${pick(ENDS)}`,
      9_000_000_000 + person * 7,
      pick(CITIES),
      pick(AGENCIES),
      `2026-11-${10 + Math.floor(random() * 15)}`,
      `https://www.xiaohongshu.com/user/profile/5e${(person * 2_654_435_761).toString(16).padStart(22, '0')}`,
      followers > 10_000 && random() < 0.3 ? `${(followers / 10_000).toFixed(1)}万` : random() < 0.01 ? '10万+' : followers,
      pick(KINDS),
      price,
      random() < 0.4 ? '--' : price * 2,
      Math.floor(random() * 40),
      (price / sponsored).toPrecision(4),
      percent(80),
      reads,
      Math.round(reads * 0.07),
      percent(80),
      percent(20),
      sponsored,
      Math.round(sponsored * 0.05),
      random() < 0.2 ? '--' : percent(80),
      random() < 0.2 ? '--' : percent(20),
      `${female}%`,
      `${(100 - Number(female)).toFixed(1)}%`,
      ...age,
      percent(60),
      random() < 0.3 ? '' : Math.round(sponsored * random() * 2),
    ].join(',')
    lines += '\n'
    if (lines.length < 4_000_000) continue
    writeSync(file, lines)
    lines = ''
  }
  writeSync(file, lines)
  closeSync(file)
}

function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
