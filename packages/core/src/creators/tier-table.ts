import { z } from 'zod'
import { fault, type Localized, localizedSchema, type Platform, platformSchema, say } from '../shared/index.ts'

/** Tiers from the largest to the smallest. */
export const TIER_KEYS = ['head', 'mid', 'junior', 'koc'] as const
/** One of TIER_KEYS. */
export type Tier = (typeof TIER_KEYS)[number]

/** A table has four tiers for each platform; whoever sends more rows sends something else. */
const MOST_ROWS = 100
const said = z.string().max(500)

/** One row of the tier table: the type from this many followers on, where the threshold comes from and how well it is founded. */
export const tierRowSchema = z.object({
  platforms: z.array(platformSchema).min(1),
  /** Never celebrity: fame is no follower count; a person says so. */
  type: z.enum(['kol', 'micro', 'koc']),
  tier: z.enum(TIER_KEYS),
  fromFollowers: z.number().int().min(0),
  source: localizedSchema.extend({ en: said, zh: said }),
  /** R: read in the source named; A: assumed, no citable threshold. */
  grade: z.enum(['R', 'A']),
})
export type TierRow = z.infer<typeof tierRowSchema>

/** A whole table as a workspace or `--tiers FILE` gives it. Platforms it does not name keep the rows that are shipped. */
export const tierTableSchema = z
  .object({ version: z.string().min(1).max(100), rows: z.array(tierRowSchema).min(1).max(MOST_ROWS, { abort: true }) })
  .refine(({ rows }) => listDoubles(rows).length === 0, {
    path: ['rows'],
    ...fault('name a tier of a platform twice', '同一平台的同一级别写了两次'),
  })
  .refine(({ rows }) => rows.every(isInOrder(rows)), {
    path: ['rows'],
    ...fault('give a smaller tier more followers than a larger one', '较小级别的粉丝数高于较大级别'),
  })
export type TierTable = z.infer<typeof tierTableSchema>

const keysOf = ({ platforms, tier }: TierRow) => platforms.map((platform) => `${platform} ${tier}`)

function listDoubles(rows: readonly TierRow[]): string[] {
  const keys = rows.flatMap(keysOf)
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}

const isInOrder =
  (rows: readonly TierRow[]) =>
  (row: TierRow): boolean =>
    rows
      .filter(({ platforms }) => platforms.some((platform) => row.platforms.includes(platform)))
      .every((other) => TIER_KEYS.indexOf(other.tier) <= TIER_KEYS.indexOf(row.tier) || other.fromFollowers < row.fromFollowers)

const rows = (
  platforms: Platform[],
  [head, mid, junior]: readonly [number, number, number],
  { source, grade }: { source: Localized; grade: TierRow['grade'] },
): TierRow[] => [
  { platforms, type: 'kol', tier: 'head', fromFollowers: head, source, grade },
  { platforms, type: 'micro', tier: 'mid', fromFollowers: mid, source, grade },
  { platforms, type: 'micro', tier: 'junior', fromFollowers: junior, source, grade },
  { platforms, type: 'koc', tier: 'koc', fromFollowers: 0, source, grade },
]

/** What English sentences call the tiers. */
export const TIER_NAMES_EN: Readonly<Record<Tier, string>> = { head: 'head', mid: 'mid', junior: 'junior', koc: 'ordinary' }

/** What the Chinese market calls the tiers. */
export const TIER_NAMES_ZH: Readonly<Record<Tier, string>> = { head: '头部', mid: '腰部', junior: '初级', koc: '素人' }

/** Follower thresholds as data (science.md §1.1). Platforms that are not in it have no citable threshold: their type stays unknown. */
export const TIERS: TierTable = {
  version: '2026-11-22',
  rows: [
    ...rows(['xiaohongshu'], [500_000, 50_000, 5_000], {
      source: say('Newrank 新红, 2021-H1 report', '新榜新红 2021 上半年报告'),
      grade: 'R',
    }),
    ...rows(['douyin'], [1_000_000, 100_000, 10_000], {
      source: say('between 卡思数据 and tool practice', '介于卡思数据与各工具惯例之间'),
      grade: 'A',
    }),
    ...rows(['kuaishou'], [1_000_000, 100_000, 10_000], { source: say('as Douyin', '同抖音'), grade: 'A' }),
    ...rows(['weibo'], [5_000_000, 500_000, 50_000], { source: say('none citable', '无可引用来源'), grade: 'A' }),
    ...rows(['bilibili'], [1_000_000, 100_000, 10_000], { source: say('none citable', '无可引用来源'), grade: 'A' }),
  ],
}

/** The shipped table with the rows of every platform that `own` names replaced by its rows; its version stands for the whole. */
export function replaceTiers(own: TierTable): TierTable {
  const named = new Set(own.rows.flatMap(({ platforms }) => platforms))
  const kept = TIERS.rows.filter(({ platforms }) => !platforms.some((platform) => named.has(platform)))
  return { version: own.version, rows: [...own.rows, ...kept] }
}

/** The row an account of this many followers stands in; null where the platform has no rows or the number is below all of them. */
export function findTier(platform: string, followers: number, { rows: all }: TierTable): TierRow | null {
  const reached = all.filter(({ platforms, fromFollowers }) => platforms.some((each) => each === platform) && followers >= fromFollowers)
  return reached.reduce<TierRow | null>((best, row) => (best === null || row.fromFollowers > best.fromFollowers ? row : best), null)
}

/** The number of followers from which the next larger tier of a platform begins; null above the largest. */
export function endOfTier(platform: string, fromFollowers: number, { rows: all }: TierTable): number | null {
  const larger = all.filter(({ platforms, fromFollowers: from }) => platforms.some((each) => each === platform) && from > fromFollowers)
  return larger.length === 0 ? null : Math.min(...larger.map(({ fromFollowers: from }) => from))
}
