// The search response of 巨量星图: every value of attribute_datas is a string, prices are yuan, lists are JSON inside a string.
import { round, roundPrice } from './seeded.mjs'
import { CITIES, makeNames, TITLES } from './people.mjs'

const NEVER_ENDS = '2145916800'
const LAST_DAY = Date.parse('2026-11-19T12:00:00Z') / 1000
const DAY = 86400
const GMV = ['<=1k', '1k-3w', '3w-20w', '20w-100w', '>100w']
const THEMES = ['护肤教程', '面霜测评', '成分科普', '底妆教程', '敏感肌护理', '好物分享', '日常妆容']
const TAGS = ['{"美妆":["护肤"]}', '{"美妆":["护肤","美妆教程"]}', '{"美妆":["美妆测评"]}', '{"时尚":["穿搭"],"美妆":["护肤"]}']

function makePosts(chance, plays) {
  const times = Array.from({ length: chance.whole(8, 10) }, () => LAST_DAY - chance.whole(1, 75) * DAY - chance.whole(0, DAY))
  return times
    .sort((a, b) => b - a)
    .map((time) => {
      const views = Math.round(chance.spread(plays, 0.6))
      const likes = Math.round(views * chance.between(0.008, 0.04))
      return {
        comment_cnt: String(Math.round(likes * chance.between(0.03, 0.12))),
        is_high_quality_item: '0',
        item_create_time: String(time),
        item_id: `759${chance.digits(16)}`,
        item_publish_time: String(time),
        item_title: `${chance.pick(TITLES)} #护肤 #示例`,
        like_cnt: String(likes),
        share_cnt: String(Math.round(likes * chance.between(0.02, 0.15))),
        vv: String(views),
      }
    })
}

function makePrices(chance, followers) {
  const twenty = roundPrice(chance.spread(0.55 * followers ** 0.86, 0.35))
  return { price_1_20: roundPrice(twenty * 0.65), price_20_60: twenty, price_60: roundPrice(twenty * 1.4) }
}

function makePriceInfos(chance, prices) {
  const line = (video_type, price, extra = {}) => ({
    end_time: NEVER_ENDS,
    platform_source: 1,
    price,
    price_extra_info: extra,
    task_category: 1,
    video_type,
    video_type_status: 1,
  })
  const perThousand = chance.whole(15, 70)
  const limits = { ceiling_price: String(prices.price_20_60), floor_price: String(roundPrice(prices.price_20_60 * 0.1)) }
  return [
    line(1, prices.price_1_20),
    line(2, prices.price_20_60),
    line(71, prices.price_60),
    ...(chance.chance(0.3) ? [line(92, perThousand, limits)] : []),
  ]
}

/** Prices, forecast CPM (price / expected plays x 1000) and CPE; they prove each other to four decimals. */
function tellPrices(chance, prices, expected) {
  const rate = chance.between(0.015, 0.04)
  const lengths = ['1_20', '20_60', '60']
  const cpm = (length) => round((prices[`price_${length}`] / expected) * 1000, 4)
  return Object.fromEntries([
    ...lengths.map((length) => [`price_${length}`, String(prices[`price_${length}`])]),
    ...lengths.map((length) => [`prospective_${length}_cpm`, String(cpm(length))]),
    ...lengths.map((length) => [`sn_prospective_${length}_cpm`, String(cpm(length))]),
    ...lengths.map((length) => [`sn_prospective_${length}_cpe`, String(round(cpm(length) / 1000 / rate, 4))]),
    ['assign_cpm_suggest_price', String(chance.whole(15, 40))],
  ])
}

function makeAttributes(chance, person) {
  const { id, name, followers, plays, expected, posts, prices } = person
  const [province, city] = chance.pick(CITIES)
  const some = (share, make) => (chance.chance(share) ? make() : {})
  return {
    id,
    core_user_id: `37${chance.digits(14)}`,
    nick_name: name,
    follower: String(followers),
    gender: chance.chance(0.85) ? '2' : '1',
    author_type: '1',
    author_status: '1',
    grade: '0',
    tags_relation: chance.pick(TAGS),
    fans_increment_within_15d: String(Math.round(followers * chance.between(-0.002, 0.01))),
    fans_increment_within_30d: String(Math.round(followers * chance.between(-0.004, 0.02))),
    fans_increment_rate_within_15d: String(round(chance.between(-0.002, 0.01), 6)),
    last_10_items: JSON.stringify(posts),
    ...some(0.75, () => ({ city, province })),
    ...some(0.6, () => ({ content_theme_labels_180d: JSON.stringify([chance.pick(THEMES), chance.pick(THEMES)]) })),
    ...some(0.9, () => ({
      link_star_index: String(round(chance.between(40, 92), 2)),
      link_spread_index: String(round(chance.between(40, 92), 2)),
    })),
    ...some(0.75, () => ({
      play_over_rate_within_30d: String(round(chance.between(0.08, 0.35), 4)),
      interact_rate_within_30d: String(round(chance.between(0.012, 0.045), 4)),
    })),
    ...some(0.6, () => ({ vv_median_30d: String(Math.round(plays)), interaction_median_30d: String(Math.round(plays * 0.025)) })),
    ...some(0.9, () => ({ e_commerce_enable: '1', author_ecom_level: `L${chance.whole(0, 5)}` })),
    ...some(0.2, () => ({ ecom_gmv_30d_range: chance.pick(GMV), ecom_avg_order_value_30d_range: '50-200', ecom_gpm_30d_range: '80-400' })),
    ...(expected === null
      ? {}
      : {
          expected_play_num: String(expected),
          sn_expected_play_num: String(expected),
          expected_natural_play_num: String(Math.round(expected * 0.86)),
        }),
    ...(prices !== null && expected !== null ? tellPrices(chance, prices, expected) : {}),
  }
}

function makeAuthor(chance, name) {
  const followers = Math.round(chance.logBetween(15000, 6000000))
  const plays = chance.spread(6 * followers ** 0.78, 0.5)
  const priced = chance.chance(0.7)
  const expected = priced || chance.chance(0.5) ? Math.round(plays * chance.between(0.8, 1.3)) : null
  const prices = priced ? makePrices(chance, followers) : null
  const posts = makePosts(chance, plays)
  const id = `702${chance.digits(16)}`
  return {
    attribute_datas: makeAttributes(chance, { id, name, followers, plays, expected, posts, prices }),
    items: posts.slice(0, 8).map(({ item_id, vv }) => ({ item_id, video_tag: 6, vv: Number(vv) })),
    star_id: id,
    task_infos:
      prices === null
        ? []
        : [{ online_status: 1, platform_source: 1, price_infos: makePriceInfos(chance, prices), task_category: 1, task_status: 1 }],
  }
}

/** The text of xingtu-search.json. */
export function makeXingtuSearch(chance) {
  const authors = makeNames(chance, 40).map((name) => makeAuthor(chance, name))
  const response = {
    authors,
    base_resp: { status_code: 0, status_message: '' },
    pagination: { has_more: false, limit: 40, page: 1, total_count: authors.length },
  }
  return `${JSON.stringify(response, null, 1)}\n`
}
