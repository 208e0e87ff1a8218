import type { Campaign } from '../../campaigns/index.ts'
import type { Audience } from '../../creators/index.ts'
import { formatShare, nameZh, say, type Localized } from '../../shared/index.ts'
import { joinTold } from './join-told.ts'
import { rebandAges } from './reband-ages.ts'
import type { MeasuredPart } from './combine-fit.ts'

type Shares = Readonly<Record<string, number>>

/** Mean shares of the audiences held of one platform, over `n` accounts: what a share is compared with. */
export interface AudienceReference {
  readonly gender: Shares
  readonly age: Shares
  readonly n: number
}

/** Fewer audiences are no picture of a platform. */
const LEAST_AUDIENCES = 8

/** Σ min(share, target): how much of the wished audience is there, 0–1. The wish is scaled to 1; null where one side is empty. */
export function overlapShares(held: Shares, wanted: Shares): number | null {
  const total = Object.values(wanted).reduce((sum, share) => sum + share, 0)
  if (!(total > 0) || Object.keys(held).length === 0) return null
  // Files round: the shares held of one axis may sum to a little over one.
  return Math.min(
    1,
    Object.entries(wanted).reduce((sum, [key, share]) => sum + Math.min(held[key] ?? 0, share / total), 0),
  )
}

/** Target group index: 100 is as usual on the platform; null where the platform's share is not known. */
export function indexTarget(share: number, platformShare: number): number | null {
  return platformShare > 0 ? (100 * share) / platformShare : null
}

/** Women and men are the two that platforms print; one of them tells the other. */
function completeGender(shares: Shares): Shares {
  const { female, male } = shares
  if (female !== undefined && male === undefined) return { ...shares, male: Math.max(0, 1 - female) }
  if (male !== undefined && female === undefined) return { ...shares, female: Math.max(0, 1 - male) }
  return shares
}

const AXES = { gender: say('gender', '性别'), age: say('age', '年龄') } as const

/** How much of the campaign's audience a creator's audience is: the mean overlap of the axes known, with the index beside it. */
export function measureAudience(
  audience: Audience | null,
  wanted: Campaign['audience'],
  reference: AudienceReference | null,
): MeasuredPart {
  const asked = (['gender', 'age'] as const).filter((axis) => Object.keys(wanted?.[axis] ?? {}).length > 0)
  if (wanted === null || asked.length === 0) return unknown(say('The campaign names no audience.', '项目未设定目标人群。'))
  const read = (axis: 'gender' | 'age', shares: Shares) =>
    axis === 'gender' ? completeGender(shares) : rebandAges(shares, Object.keys(wanted.age))
  const axes = asked.flatMap((axis) => {
    const held = read(axis, audience?.[axis] ?? {})
    const [overlap, covered] = [overlapShares(held, wanted[axis]), coverWish(held, wanted[axis])]
    if (overlap === null || covered === 0) return []
    const index = tellIndex({ held, wanted: wanted[axis], usual: read(axis, reference?.[axis] ?? {}) }, reference)
    // Only what can be told of the wish is judged; the rest is lacking evidence, not a bad fit.
    return [{ axis, overlap: Math.min(1, overlap / covered), covered, index }]
  })
  if (axes.length === 0) return unknown(say('The audience of this creator is not known.', '达人受众画像未知。'))
  const told = axes.map(({ axis, overlap, covered, index }) => {
    const part = tellCovered(covered)
    return say(
      `${AXES[axis].en} overlaps the target by ${formatShare(overlap, 'en')}${part.en}${index.en}`,
      `${AXES[axis].zh}与目标重合 ${formatShare(overlap, 'zh')}${part.zh}${index.zh}`,
    )
  })
  const lacking = asked.filter((axis) => axes.every((known) => known.axis !== axis)).map((axis) => AXES[axis])
  return {
    value: axes.reduce((sum, { overlap }) => sum + overlap, 0) / axes.length,
    completeness: axes.reduce((sum, { covered }) => sum + covered, 0) / asked.length,
    because: joinTold([...told, ...lacking.map(({ en, zh }) => say(`${en} not known`, `${zh}未知`))]),
  }
}

const unknown = (because: Localized): MeasuredPart => ({ value: null, completeness: 0, because })
const GENDER_NAMES_ZH = { female: '女性', male: '男性' } as const
const SILENT = say('', '')

/** The part of a wish, 0–1, of which the shares held say anything. */
function coverWish(held: Shares, wanted: Shares): number {
  const wishes = Object.entries(wanted)
  const sumOf = (some: typeof wishes) => some.reduce((sum, [, share]) => sum + share, 0)
  const known = wishes.filter(([key]) => held[key] !== undefined)
  return known.length === wishes.length ? 1 : sumOf(known) / sumOf(wishes)
}

function tellCovered(covered: number): Localized {
  if (covered === 1) return SILENT
  return say(` (known for ${formatShare(covered, 'en')} of the target only)`, `（仅知目标的 ${formatShare(covered, 'zh')}）`)
}

function tellIndex({ held, wanted, usual }: Record<'held' | 'wanted' | 'usual', Shares>, reference: AudienceReference | null): Localized {
  const [key] = Object.entries(wanted).reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])
  const [share, platform] = [held[key], usual[key]]
  if (reference === null || reference.n < LEAST_AUDIENCES || share === undefined || platform === undefined) return SILENT
  const index = indexTarget(share, platform)
  if (index === null) return SILENT
  const of = `${formatShare(share, 'en')} / ${formatShare(platform, 'en')}, n = ${reference.n}`
  return say(` (TGI ${Math.round(index)} of ${key}: ${of})`, `（${nameZh(GENDER_NAMES_ZH, key)} TGI ${Math.round(index)}：${of}）`)
}
