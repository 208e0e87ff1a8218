import { readDay } from '../shared/index.ts'
import type { Rulebook, StatingList } from './compile.ts'
import type { ContentFacts } from './schema.ts'
import type { FieldScan } from './scan-field.ts'
import { hasAround } from './surroundings.ts'
import { readAge } from './read-age.ts'
import { hasAdLabel, tellsCommission } from './read-label.ts'
import { readTopPrizeFen } from './read-prize.ts'

export type FactValue = string | number | boolean

/** The facts of one draft as the conditions ask for them. `undefined` is not known. */
export interface FactsView {
  readonly day: string
  readonly read: (path: string) => FactValue | undefined
  /** True when the value was not given but stands in the text. */
  readonly isStated: (path: string) => boolean
}

/** The same with the facts themselves, told apart by who told them. */
export interface DraftFacts extends FactsView {
  readonly given: ReadonlyMap<string, FactValue>
  readonly stated: ReadonlyMap<string, FactValue>
}

/** What was worked out for a set of facts, reached by one step for each fact that is asked for. */
export interface FactsBranch<T> {
  content: T | null
  readonly next: Map<string, Map<FactValue, FactsBranch<T>>>
}

/** A branch from which nothing grows yet. */
export function makeBranch<T>(): FactsBranch<T> {
  return { content: null, next: new Map() }
}

/** The branch for everything that conditions on these facts can ask: equal facts, the same branch. */
export function findBranch<T>(root: FactsBranch<T>, { day, given, stated }: DraftFacts, asked: Rulebook['askedFacts']): FactsBranch<T> {
  let branch = grow(root, 'day', day)
  for (const facts of [given, stated]) {
    branch = grow(branch, '', facts === given)
    for (const [path, value] of facts) {
      const words = asked.get(path)
      // Of some facts only certain words are asked.
      if (words !== undefined) branch = grow(branch, path, words === null ? value : listHeld(String(value), words))
    }
  }
  return branch
}

function listHeld(text: string, words: readonly string[]): string {
  let held = ''
  for (let at = 0; at < words.length; at += 1) if (text.includes(words[at] ?? '')) held += `${at},`
  return held
}

function grow<T>(branch: FactsBranch<T>, path: string, value: FactValue): FactsBranch<T> {
  const values = branch.next.get(path) ?? new Map<FactValue, FactsBranch<T>>()
  branch.next.set(path, values)
  const known = values.get(value)
  if (known) return known
  const grown = makeBranch<T>()
  values.set(value, grown)
  return grown
}

/** The Shanghai day a rule is asked for: the publish day, else the day the caller gives. */
export function publishDay(facts: ContentFacts, fallback: string): string {
  return readDay(facts.publishAt ?? '') ?? fallback
}

/** Joins given facts, their short forms and what the text itself states; a given fact wins. */
export function viewFacts(facts: ContentFacts, scans: readonly FieldScan[], context: { rulebook: Rulebook; day: string }): DraftFacts {
  const given = deriveFacts(facts, context.day)
  const stated = readStatedFacts(scans, context.rulebook)
  for (const [path, value] of Object.entries(deriveFromStated(stated))) if (!stated.has(path)) stated.set(path, value)
  return {
    day: context.day,
    read: (path) => given.get(path) ?? stated.get(path),
    isStated: (path) => !given.has(path) && stated.has(path),
    given,
    stated,
  }
}

function readStatedFacts(scans: readonly FieldScan[], rulebook: Rulebook): Map<string, FactValue> {
  const stated = new Map<string, FactValue>()
  for (const list of rulebook.stating) {
    if (!isStated(list, scans)) continue
    // The first list that speaks of a fact wins: absence (未勾选) is listed before presence (勾选).
    for (const [path, value] of Object.entries(list.states)) if (!stated.has(path)) stated.set(path, value)
  }
  for (const { folded, original } of scans) {
    const age = readAge(folded, original)
    const prizeFen = readTopPrizeFen(folded, original)
    if (age !== null) stated.set('creator.age', age)
    if (prizeFen !== null) stated.set('prize.topValueFen', prizeFen)
    if (hasAdLabel(original)) stated.set('label', '广告')
  }
  return stated
}

function isStated({ number, near }: StatingList, scans: readonly FieldScan[]): boolean {
  for (const scan of scans) if (scan.hits.has(number) && scan.hits.get(number).some((hit) => hasAround(hit, near, scan))) return true
  return false
}

// A gift or a fee makes it commissioned, whichever of the two forms said so; so does a text that calls itself an ad.
function deriveFromStated(stated: ReadonlyMap<string, FactValue>): Record<string, FactValue> {
  const derived: Record<string, FactValue> = {}
  const commission = stated.get('commission')
  if (commission !== undefined) derived['commissioned'] = commission !== 'none' && commission !== 'gift_without_duty'
  else if (stated.get('label') === '广告') derived['commissioned'] = true
  return derived
}

function deriveFacts(facts: ContentFacts, day: string): Map<string, FactValue> {
  const known = new Map<string, FactValue>()
  const put = (path: string, value: FactValue | null | undefined) => {
    if (value !== null && value !== undefined && !known.has(path)) known.set(path, value)
  }
  put('day', day)
  put('monthDay', day.slice('2026-'.length))
  putTree(put, '', facts)
  if (facts.commission) put('commissioned', facts.commission !== 'none' && facts.commission !== 'gift_without_duty')
  if (facts.purchasePathKind) put('purchasePath', facts.purchasePathKind !== 'none')
  if (facts.aiGenerated != null) put('ai.use', facts.aiGenerated ? 'partly' : 'none')
  if (facts.filing != null) put('filed', facts.filing !== 'none' && Boolean(facts.filing.reference ?? facts.filing.channel))
  if (facts.label != null) put('label', facts.label.trim() === '' ? 'none' : facts.label)
  if (tellsCommission(facts.label ?? '')) put('commissioned', true)
  const name = facts.product?.name?.trim()
  if (name) put('text.isProductName', facts.text.trim() === name && !facts.title)
  const approval = facts.product?.approvalNo
  if (approval) put('approved', true)
  const { referenceFen, lowestIn7DaysFen } = facts.price ?? {}
  if (referenceFen != null && lowestIn7DaysFen != null) put('price.isAboveLowest', referenceFen > lowestIn7DaysFen)
  putEvidence(put, facts, day)
  return known
}

function putTree(put: (path: string, value: FactValue) => void, prefix: string, node: object): void {
  for (const [key, value] of Object.entries(node)) {
    const path = prefix + key
    if (typeof value === 'string' && value.trim() === '') continue
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') put(path, value)
    else if (value !== null && typeof value === 'object' && !Array.isArray(value)) putTree(put, `${path}.`, value)
  }
}

const EVIDENCE = ['approval', 'efficacy', 'patent', 'award', 'source', 'price', 'consent', 'proofOfUse'] as const

// A list that was given is complete: what it lacks is known to be absent. Expired evidence is no evidence.
function putEvidence(put: (path: string, value: FactValue) => void, facts: ContentFacts, day: string): void {
  if (facts.evidence == null) return
  for (const kind of EVIDENCE) {
    const valid = facts.evidence.some((item) => item.kind === kind && (item.expiresAt == null || item.expiresAt >= day))
    put(`evidence.${kind}`, valid)
  }
}
