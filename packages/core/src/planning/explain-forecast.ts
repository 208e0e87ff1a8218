import type { Account } from '../creators/index.ts'
import { formatExact, nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../shared/index.ts'
import { LEAST_COHORT } from './aggregate-table.ts'
import type { CalibrationCell } from './calibration.ts'
import { LEAST_SCORES } from './calibration-table.ts'
import { tellFollowers } from './fit-quantity.ts'
import type { SponsoredShift } from './sponsored-shift.ts'

/** Interactions are forecast as a product. */
export const PRODUCT: Localized = say(
  'Interactions = views × interactions per view, each with its own spread.',
  '互动量 = 播放/阅读 × 单次播放/阅读互动，两者各有波动幅度。',
)

/** A paid post of an account of which no other posts are known. */
export const ONLY_SPONSORED: Localized = say(
  'A sponsored post: only sponsored posts of the account are known, and they speak for themselves.',
  '商单作品：该账号已知作品均为商单，直接据此预估。',
)

function explainCalibration(cell: CalibrationCell | null, scores: number): Localized {
  if (cell !== null)
    return say(
      `Middle and range moved until they held for the newest posts of ${formatExact(cell.scores.length)} comparable creators.`,
      `中位与区间已按 ${formatExact(cell.scores.length)} 位可比达人最近作品的实际表现校准。`,
    )
  if (scores < LEAST_SCORES)
    return say('Ranges not calibrated yet: too few creators with several posts.', '区间尚未校准：有多条作品的达人太少。')
  return say(
    'Ranges not calibrated: the last posts of other creators test another kind of forecast.',
    '区间未校准：其他达人的最近作品检验的是另一种预估。',
  )
}

const tellPercent = (log: number) => `${log < 0 ? '−' : '+'}${Math.round(Math.abs(Math.expm1(log)) * 100)}`

/** What sponsoring was taken to change, and on how many posts of the account that rests. */
export function explainSponsored({ shift, posts }: SponsoredShift): Localized {
  const percent = tellPercent(shift)
  return posts === 0
    ? say(
        `A sponsored post: ${percent} % against everyday ones, as on this platform; the account's own difference is not known, so the range is wider.`,
        `商单作品：较日常作品 ${percent}%（按平台水平）；该账号自身差异未知，区间相应放宽。`,
      )
    : say(
        `A sponsored post: ${percent} % against everyday ones, from ${formatExact(posts)} sponsored post${posts === 1 ? '' : 's'} of the account and its platform.`,
        `商单作品：较日常作品 ${percent}%，依据该账号 ${formatExact(posts)} 条商单作品与平台水平。`,
      )
}

/** Why a forecast is what it is, beside what its sample says. */
export function explainForecast(
  account: Account,
  { accounts, scores, cell }: { accounts: number; scores: number; cell: CalibrationCell | null },
): Localized[] {
  const platformZh = nameZh(PLATFORM_NAMES_ZH, account.platform)
  return [
    accounts >= LEAST_COHORT
      ? say(
          `Shrunk towards ${formatExact(accounts)} accounts on ${account.platform}.`,
          `已向${platformZh}上 ${formatExact(accounts)} 个账号的水平收缩。`,
        )
      : say(
          `Only ${accounts} account${accounts === 1 ? '' : 's'} on ${account.platform} to compare with: the starting values are assumptions [A].`,
          `${platformZh}上可比账号仅 ${accounts} 个：起始值为假设 [A]。`,
        ),
    ...(tellFollowers(account) === null
      ? [say('Followers unknown: the middle of the cohort stands in for them.', '粉丝数未知：以同类账号的中间水平代替。')]
      : []),
    explainCalibration(cell, scores),
  ]
}
