import { inlineList } from './compile.ts'
import { findTopics, findUrls } from './find-shapes.ts'
import type { Hit } from './find-terms.ts'
import { originalSpan } from './fold.ts'
import { dropContained, findAround } from './neighbours.ts'
import type { Context, Detector, TermsDetector } from './rule-entry.ts'
import type { FieldScan } from './scan-field.ts'
import type { ContentFacts, Span } from './schema.ts'

/** Where a detector points at; `span` null means the facts themselves. */
export interface Spot {
  readonly field: string
  readonly span: Span | null
}

/** What a detector may look at. */
export interface Sight {
  readonly facts: ContentFacts
  readonly scans: readonly FieldScan[]
}

// No term is longer; starts further away than this cannot touch.
const LONGEST_WORD = 40

// 不 turns the next word around, 不能 and 没有 the next few.
const reachOf = (negator: Hit) => (negator.end - negator.start === 1 ? 1 : 5)

/** The closed set of detectors; adding a kind is adding a line. Facts stand in `when`, which all kinds share. */
const DETECT: { readonly [K in Detector['kind']]: (detector: Extract<Detector, { kind: K }>, sight: Sight, most: number) => Spot[] } = {
  terms: (detector, { scans }, most) => scans.flatMap((scan) => detectTerms(detector, scan, most)),
  facts: (detector) => [{ field: detector.when.at(-1)?.fact ?? 'text', span: null }],
  length: ({ field, max, unit }, { scans }) =>
    scans
      .filter((scan) => scan.field === field)
      .map(({ original }) => ({ field, span: { start: cutAfter(original, max, unit), end: original.length } }))
      .filter(({ span }) => span.start < span.end),
  topics: ({ max }, { scans }) =>
    scans.flatMap(({ field, original }) =>
      findTopics(original)
        .slice(max)
        .map((span) => ({ field, span })),
    ),
  links: (detector, sight) => detectLinks(detector, sight),
}

/** Runs one detector. One that is only asked whether it finds anything may stop at the first. */
export function detect<K extends Detector['kind']>(detector: Extract<Detector, { kind: K }>, sight: Sight, most = Infinity): Spot[] {
  const run: (detector: Extract<Detector, { kind: K }>, sight: Sight, most: number) => Spot[] = DETECT[detector.kind]
  return run(detector, sight, most)
}

/** Where the text goes on beyond what is allowed, in UTF-16 code units; its length when it does not. */
function cutAfter(text: string, max: number, unit: 'character' | 'halfWidth'): number {
  let [used, end] = [0, 0]
  if (text.length * (unit === 'halfWidth' ? 2 : 1) <= max) return text.length
  for (const character of text) {
    used += unit === 'halfWidth' && character > '\u00ff' ? 2 : 1
    if (used > max) return end
    end += character.length
  }
  return end
}

// A name in the path or the query leads nowhere; only the host itself and what stands under it is meant.
function isAt(url: string, host: string): boolean {
  const [, name = ''] = /^(?:https?:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url) ?? []
  return name.toLowerCase() === host || name.toLowerCase().endsWith(`.${host}`)
}

function detectLinks({ hosts, except }: Extract<Detector, { kind: 'links' }>, { facts, scans }: Sight): Spot[] {
  const isMeant = (url: string) =>
    (hosts.includes('*') || hosts.some((host) => url.toLowerCase().includes(host))) && !except.some((host) => isAt(url, host))
  const given = (facts.links ?? []).filter(isMeant).map(() => ({ field: 'links', span: null }))
  const written = scans.flatMap((scan) =>
    findUrls(scan.original)
      .filter(({ url }) => isMeant(url))
      .map(({ start, end }) => ({ field: scan.field, span: { start, end } })),
  )
  return [...given, ...written]
}

function detectTerms(detector: TermsDetector, scan: FieldScan, most: number): Spot[] {
  const names = soughtLists(detector)
  if (!names.some((name) => scan.hits.has(name))) return []
  const near = detector.near.map((context) => lookAround(context, scan))
  if (near.some(({ lists }) => lists.length === 0)) return []
  const unless = detector.unless.map((context) => lookAround(context, scan)).filter(({ lists }) => lists.length > 0)
  const circumstances = { near, unless, negation: detector.negation }
  const spots: Stretch[] = []
  for (const name of names)
    for (const hit of scan.hits.get(name) ?? []) {
      if (spots.length >= most) break
      const spot = judgeHit(hit, circumstances, scan)
      if (spot !== null) spots.push(spot)
    }
  return dropContained(spots).map(({ start, end }) => ({ field: scan.field, span: originalSpan(scan.folded, start, end) }))
}

type Stretch = Pick<Hit, 'start' | 'end'>

/** A context, and the hits of those of its lists that have any. */
interface Surroundings {
  readonly context: Context
  readonly lists: readonly (readonly Hit[])[]
}

interface Circumstances {
  readonly near: readonly Surroundings[]
  readonly unless: readonly Surroundings[]
  readonly negation: boolean
}

/** What a hit points at together with the neighbours it needs, or null when its surroundings clear it. */
function judgeHit(hit: Hit, { near, unless, negation }: Circumstances, scan: FieldScan): Stretch | null {
  let { start, end } = hit
  for (const surroundings of near) {
    const found = findNear(hit, surroundings, { scan, mayOverlap: false, skipNegated: negation })
    if (found === undefined) return null
    if (typeof surroundings.context.within !== 'number') continue
    start = Math.min(start, found.start)
    end = Math.max(end, found.end)
  }
  for (const surroundings of unless)
    if (findNear(hit, surroundings, { scan, mayOverlap: true, skipNegated: false }) !== undefined) return null
  if (negation && isNegated(hit, scan)) return null
  return start === hit.start && end === hit.end ? hit : { start, end }
}

const detectorLists = new WeakMap<TermsDetector, readonly string[]>()

function soughtLists(detector: TermsDetector): readonly string[] {
  const known = detectorLists.get(detector)
  if (known !== undefined) return known
  const lists = [...detector.find, ...(detector.words.length > 0 ? [inlineList(detector.words)] : [])]
  detectorLists.set(detector, lists)
  return lists
}

const contextLists = new WeakMap<Context, readonly string[]>()

// Asked for at every hit, so put together once.
function listsOf(context: Context): readonly string[] {
  const known = contextLists.get(context)
  if (known !== undefined) return known
  const lists = [...context.any, ...(context.words.length > 0 ? [inlineList(context.words)] : [])]
  contextLists.set(context, lists)
  return lists
}

interface NearRequest {
  readonly scan: FieldScan
  readonly mayOverlap: boolean
  readonly skipNegated: boolean
}

function lookAround(context: Context, scan: FieldScan): Surroundings {
  const lists = listsOf(context).map((name) => scan.hits.get(name) ?? [])
  return { context, lists: lists.filter((hits) => hits.length > 0) }
}

function findNear(hit: Hit, { context, lists }: Surroundings, { scan, mayOverlap, skipNegated }: NearRequest): Hit | undefined {
  const window = typeof context.within === 'number' ? context.within + hit.end - hit.start + LONGEST_WORD : Infinity
  const isWanted = (other: Hit) => isNear(hit, other, { context, scan, mayOverlap }) && !(skipNegated && isNegated(other, scan))
  for (const hits of lists) {
    const found = findAround(hits, { position: hit.start, window }, isWanted)
    if (found) return found
  }
  return undefined
}

/** True when each of the contexts finds something around the hit. */
export function hasAround(hit: Hit, contexts: readonly Context[], scan: FieldScan): boolean {
  return contexts.every(
    (context) => findNear(hit, lookAround(context, scan), { scan, mayOverlap: false, skipNegated: false }) !== undefined,
  )
}

function isNear(hit: Hit, other: Hit, { context, scan, mayOverlap }: { context: Context; scan: FieldScan; mayOverlap: boolean }): boolean {
  if (other.start < hit.end && hit.start < other.end) return mayOverlap
  if (context.within === 'text') return true
  if (scan.sentences[hit.start] !== scan.sentences[other.start]) return false
  const isBefore = other.end <= hit.start
  if (context.side !== 'either' && (context.side === 'before') !== isBefore) return false
  const distance = isBefore ? hit.start - other.end : other.start - hit.end
  return context.within === 'sentence' || distance <= context.within
}

// A warning against a claim (“高收益理财多是骗局”) is not the claim, on whichever side of it the warning stands.
function isWarnedOf(hit: Hit, scan: FieldScan): boolean {
  const warnings = scan.hits.get('negation.sentence')
  if (warnings === undefined) return false
  const isInSentence = (warning: Hit) => scan.sentences[warning.start] === scan.sentences[hit.start]
  return findAround(warnings, { position: hit.start, window: Infinity }, isInSentence) !== undefined
}

function isNegated(hit: Hit, scan: FieldScan): boolean {
  if (isWarnedOf(hit, scan)) return true
  const negators = scan.hits.get('negation')
  if (negators === undefined) return false
  const innocent = scan.hits.get('negation.not') ?? []
  // 别 in 特别 negates nothing.
  const isInnocent = (no: Hit) =>
    findAround(innocent, { position: no.start, window: LONGEST_WORD }, (word) => word.start <= no.start && no.end <= word.end) !== undefined
  const turnsAround = (no: Hit) =>
    no.end <= hit.start && hit.start - no.end <= reachOf(no) && !/[\n,:]/.test(scan.folded.text.slice(no.end, hit.start)) && !isInnocent(no)
  return findAround(negators, { position: hit.start, window: LONGEST_WORD }, turnsAround) !== undefined
}
