import { say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'

/** Something worth knowing of a creator before booking, and who could tell it. */
export interface Teller {
  readonly code: string
  readonly name: Localized
  /** Empty: on every platform. */
  readonly platforms: readonly string[]
  readonly isKnown: (account: Account) => boolean
  readonly who: Localized
}

const has = (names: readonly string[]) => (account: Account) =>
  account.metrics.some(({ name, value, low, high }) => names.includes(name) && (value !== null || low !== null || high !== null))

const XHS = ['xiaohongshu']
const DOUYIN = ['douyin']

/** One row per thing; which exports carry it was read in docs/imports.md. */
export const TELLERS: readonly Teller[] = [
  {
    code: 'followers',
    name: say('followers', '粉丝数'),
    platforms: [],
    isKnown: ({ followers }) => followers !== null,
    who: say('any export of the platform or a vendor', '平台或第三方的任一导出'),
  },
  {
    code: 'price',
    name: say('price', '报价'),
    platforms: [],
    isKnown: ({ quotes }) => quotes.length > 0,
    who: say('the creator, the MCN, or the agency’s list', '达人、MCN 或代理的提报表'),
  },
  {
    code: 'rebate',
    name: say('rebate', '返点'),
    platforms: [],
    isKnown: ({ quotes }) => quotes.some(({ rebate, netFen }) => rebate !== null || netFen !== null),
    who: say('the agency or the MCN', '代理或 MCN'),
  },
  {
    code: 'posts',
    name: say('recent posts', '近期作品'),
    platforms: [],
    isKnown: ({ posts }) => posts.length > 0,
    who: say('the Xingtu search response, or posts collected by your own crawler', '星图搜索结果，或自有采集工具的作品表'),
  },
  {
    code: 'audience',
    name: say('audience', '粉丝画像'),
    platforms: [],
    isKnown: ({ audience }) => audience !== null,
    who: say('Pugongying creator details, Huitun, or the creator’s own screenshot', '蒲公英达人详情、灰豚，或达人后台截图'),
  },
  {
    code: 'viewsMedian',
    name: say('median of reads or plays', '阅读或播放中位数'),
    platforms: [],
    isKnown: has(['viewsMedian', 'readsMedian']),
    who: say('Pugongying, Xingtu or Huahuo', '蒲公英、星图或花火'),
  },
  {
    code: 'activeFollowers',
    name: say('active followers', '活跃粉丝占比'),
    platforms: XHS,
    isKnown: has(['activeFollowersShare', 'activeFollowersCount']),
    who: say('Pugongying or Huitun', '蒲公英或灰豚'),
  },
  {
    code: 'fakeFollowers',
    name: say('suspicious followers', '水粉占比'),
    platforms: XHS,
    isKnown: has(['fakeFollowersShare', 'fakeFollowersCount']),
    who: say('Huitun; each vendor counts them its own way', '灰豚；各家口径不同'),
  },
  {
    code: 'expectedPlays',
    name: say('expected plays', '预期播放'),
    platforms: DOUYIN,
    isKnown: has(['expectedPlays']),
    who: say('the Xingtu search response', '星图搜索结果'),
  },
  {
    code: 'completionRate',
    name: say('completion rate', '完播率'),
    platforms: DOUYIN,
    isKnown: has(['completionRate']),
    who: say('the Xingtu search response', '星图搜索结果'),
  },
  {
    code: 'mcn',
    name: say('MCN', '所属 MCN'),
    platforms: [],
    isKnown: ({ mcn }) => mcn !== null,
    who: say('the creator, or the agency’s list', '达人或代理的提报表'),
  },
  {
    code: 'languages',
    name: say('languages', '语言'),
    platforms: [],
    isKnown: ({ person }) => person.languages.length > 0,
    who: say('the creator', '达人本人'),
  },
]
