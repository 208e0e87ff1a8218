import { say, type Localized } from '../../shared/index.ts'
import type { PreparedTrace } from './account-trace.ts'
import { MERGE_EVIDENCE, STRONG_FROM, SUGGEST_FROM, type EvidenceCode } from './merge-evidence-table.ts'

/** One reason, with its points and a sentence. */
export interface MergeEvidence {
  readonly code: EvidenceCode
  readonly weight: number
  readonly because: Localized
}

/** Two accounts that may be one person, for a person to decide. `a` < `b`. */
export interface MergeSuggestion {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly strength: 'strong' | 'likely'
  readonly evidence: readonly MergeEvidence[]
}

/** Everything that speaks for and against a pair; null when it is too little to ask anybody. */
export function weighPair(first: PreparedTrace, second: PreparedTrace): MergeSuggestion | null {
  const [one, other] = first.trace.id < second.trace.id ? [first, second] : [second, first]
  const evidence = TESTS.flatMap(([code, test]) => {
    const because = test(one, other)
    return because === null ? [] : [{ code, weight: MERGE_EVIDENCE[code].weight, because }]
  })
  const score = Math.min(
    100,
    evidence.reduce((sum, { weight }) => sum + weight, 0),
  )
  if (score < SUGGEST_FROM || !evidence.some(({ code }) => MERGE_EVIDENCE[code].alone)) return null
  const ids = { a: one.trace.id, b: other.trace.id }
  return { ...ids, score, strength: score >= STRONG_FROM ? 'strong' : 'likely', evidence: evidence.toSorted((x, y) => y.weight - x.weight) }
}

type Test = (one: PreparedTrace, other: PreparedTrace) => Localized | null

const TESTS: readonly (readonly [EvidenceCode, Test])[] = [
  ['same_id', ({ trace: one }, { trace: other }) => sameIds(one.accountId, other.accountId)],
  ['mentions', (one, other) => findMention(one, other) ?? findMention(other, one)],
  ['same_handle', findSameHandle],
  [
    'same_name',
    ({ name }, other) => sayIf(name !== null && name === other.name, () => [`Both are called "${name}".`, `昵称相同：“${name}”。`]),
  ],
  ['same_mcn', ({ trace: one }, { trace: other }) => sameWord(one.mcn, other.mcn, ['Same MCN', 'MCN 相同'])],
  ['same_region', ({ trace: one }, { trace: other }) => sameWord(one.region, other.region, ['Same region', '地区相同'])],
  ['same_categories', findSameCategories],
  ['like_audience', findLikeAudience],
  ['other_gender', ({ trace: one }, { trace: other }) => otherWord(one.gender, other.gender, ['Different gender', '性别不同'])],
  ['other_mcn', ({ trace: one }, { trace: other }) => otherWord(one.mcn, other.mcn, ['Different MCN', 'MCN 不同'])],
]

// The words are only made where they are said: most tests of a pair say nothing.
const sayIf = (isSo: boolean, words: () => readonly [en: string, zh: string]): Localized | null => (isSo ? say(...words()) : null)

function sameIds(one: string, other: string): Localized | null {
  return sayIf(one === other && one.length >= 5, () => [`Both platforms know it by the id ${one}.`, `两个平台的账号 ID 都是 ${one}。`])
}

function findMention(from: PreparedTrace, to: PreparedTrace): Localized | null {
  // Its own handle in its own bio says nothing about another account.
  const word = [...to.handles].find((handle) => from.mentions.has(handle) && !from.handles.has(handle))
  return word === undefined
    ? null
    : say(`One account names the other in its own text: ${word}.`, `其中一个账号的简介提到了另一个：${word}。`)
}

function findSameHandle(one: PreparedTrace, other: PreparedTrace): Localized | null {
  const same = [...one.handles].find((handle) => other.handles.has(handle))
  // The two ids being equal is counted once, as such.
  if (same === undefined || one.trace.accountId === other.trace.accountId) return null
  return say(`Same handle: ${same}.`, `账号名相同：${same}。`)
}

type Words = readonly [en: string, zh: string]

function sameWord(one: string | null, other: string | null, [en, zh]: Words): Localized | null {
  return sayIf(one !== null && one.trim() !== '' && one.trim() === other?.trim(), () => [`${en}: ${one}.`, `${zh}：${one}。`])
}

function otherWord(one: string | null, other: string | null, [en, zh]: Words): Localized | null {
  const isOther = one !== null && other !== null && one.trim() !== '' && other.trim() !== '' && one.trim() !== other.trim()
  return sayIf(isOther, () => [`${en}: ${one} and ${other}.`, `${zh}：${one}、${other}。`])
}

function findSameCategories({ trace: one }: PreparedTrace, { trace: other }: PreparedTrace): Localized | null {
  const shared = one.categories.filter((category) => other.categories.includes(category))
  const all = new Set([...one.categories, ...other.categories])
  if (all.size === 0 || shared.length / all.size < 0.5) return null
  return say(`Same categories: ${shared.join(', ')}.`, `类目相同：${shared.join('、')}。`)
}

const LIKE_WITHIN = 0.05

function findLikeAudience({ trace: one }: PreparedTrace, { trace: other }: PreparedTrace): Localized | null {
  if (one.audience === null || other.audience === null) return null
  const mine = one.audience
  const shared = Object.entries(other.audience).filter(([key]) => Object.hasOwn(mine, key))
  if (shared.length < 4) return null
  const apart = shared.reduce((sum, [key, share]) => sum + Math.abs(share - (mine[key] ?? 0)), 0) / shared.length
  const points = (apart * 100).toFixed(1)
  return sayIf(apart <= LIKE_WITHIN, () => [
    `Audiences alike: ${shared.length} shares, ${points} points apart on average.`,
    `粉丝画像相近：${shared.length} 项占比平均相差 ${points} 个百分点。`,
  ])
}
