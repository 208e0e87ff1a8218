import { findTopics } from './find-shapes.ts'
import { originalSpan } from './fold.ts'
import { findAlike } from './likeness/find-alike.ts'
import { dropContained, type Stretch } from './neighbours.ts'
import type { ReadyDetector } from './prepare-rules.ts'
import type { Detector } from './rule-entry.ts'
import type { FieldScan } from './scan-field.ts'
import type { ContentFacts, Span } from './schema.ts'
import type { SoughtTerms } from './sought-lists.ts'
import { findNear, isNegated, lookAround, type Surroundings } from './surroundings.ts'

/** Where a detector points at; `span` null means the facts themselves. */
export interface Spot {
  readonly field: string
  readonly span: Span | null
}

/** A spot, and the detector that points at it. */
export interface Judgement extends Spot {
  readonly by: ReadyDetector
}

/** What a detector may look at. */
export interface Sight {
  readonly facts: ContentFacts
  readonly scans: readonly FieldScan[]
}

type Detect<K extends Detector['kind']> = (detector: Extract<Detector, { kind: K }>, sight: Sight, by: ReadyDetector) => Judgement[]

/** The closed set of detectors; adding a kind is adding a line. Facts stand in `when`, which all kinds share. */
const DETECT: { readonly [K in Detector['kind']]: Detect<K> } = {
  terms: (_, { scans }, by) => (by.sought === null ? [] : detectTerms(by.sought, scans, by)),
  facts: (detector, _, by) => [{ field: detector.when.at(-1)?.fact ?? 'text', span: null, by }],
  length: ({ field, max, unit }, { scans }, by) =>
    scans
      .filter((scan) => scan.field === field)
      .map(({ original }) => ({ field, span: { start: cutAfter(original, max, unit), end: original.length }, by }))
      .filter(({ span }) => span.start < span.end),
  topics: ({ max }, { scans }, by) =>
    scans.flatMap(({ field, original }) =>
      findTopics(original)
        .slice(max)
        .map((span) => ({ field, span, by })),
    ),
  likeness: ({ above }, { scans }, by) =>
    scans.flatMap(({ field, folded }) =>
      findAlike(folded.text, above).map(({ start, end }) => ({ field, span: originalSpan(folded, start, end), by })),
    ),
  links: (detector, sight, by) => detectLinks(detector, sight, by),
}

/** Runs one detector. One that waits for facts is only asked whether it finds anything, and stops at the first. */
export function detect(by: ReadyDetector, sight: Sight): Judgement[] {
  return runDetector(by.detector, sight, by)
}

function runDetector<K extends Detector['kind']>(detector: Extract<Detector, { kind: K }>, sight: Sight, by: ReadyDetector): Judgement[] {
  const run: Detect<K> = DETECT[detector.kind]
  return run(detector, sight, by)
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

function detectLinks({ hosts, except }: Extract<Detector, { kind: 'links' }>, { facts, scans }: Sight, by: ReadyDetector): Judgement[] {
  if (facts.links === undefined && scans.every(({ urls }) => urls.length === 0)) return []
  const isMeant = (url: string) =>
    (hosts.includes('*') || hosts.some((host) => url.toLowerCase().includes(host))) && !except.some((host) => isAt(url, host))
  const given = (facts.links ?? []).filter(isMeant).map(() => ({ field: 'links', span: null, by }))
  const written = scans.flatMap(({ field, urls }) =>
    urls.filter(({ url }) => isMeant(url)).map(({ start, end }) => ({ field, span: { start, end }, by })),
  )
  return [...given, ...written]
}

function detectTerms(sought: SoughtTerms, scans: readonly FieldScan[], by: ReadyDetector): Judgement[] {
  const judgements: Judgement[] = []
  for (const scan of scans) {
    if (!mayFind(sought, scan)) continue
    for (const { start, end } of dropContained(findSpots(sought, scan, by.unknown.length > 0 ? 1 : Infinity)))
      judgements.push({ field: scan.field, span: originalSpan(scan.folded, start, end), by })
  }
  return judgements
}

// Nearly every text lacks one of the lists: that is seen before anything is gathered. Neighbours first, for a shape among the lists sought is slow.
function mayFind({ near, find }: SoughtTerms, { hits }: FieldScan): boolean {
  for (let at = 0; at < near.length; at += 1) if (!hits.hasAny(near[at]?.lists ?? [])) return false
  return hits.hasAny(find)
}

function findSpots({ find, near, unless, negation }: SoughtTerms, scan: FieldScan, most: number): Stretch[] {
  const circumstances = {
    near: near.map((context) => lookAround(context, scan)),
    unless: unless.map((context) => lookAround(context, scan)).filter(({ lists }) => lists.length > 0),
    negation,
  }
  const spots: Stretch[] = []
  for (const list of find)
    for (const hit of scan.hits.get(list)) {
      if (spots.length >= most) break
      const spot = judgeHit(hit, circumstances, scan)
      if (spot !== null) spots.push(spot)
    }
  return spots
}

interface Circumstances {
  readonly near: readonly Surroundings[]
  readonly unless: readonly Surroundings[]
  readonly negation: boolean
}

/** What a hit points at together with the neighbours it needs, or null when its surroundings clear it. */
function judgeHit(hit: Stretch, { near, unless, negation }: Circumstances, scan: FieldScan): Stretch | null {
  let { start, end } = hit
  for (const surroundings of near) {
    const found = findNear(hit, surroundings, { scan, mayOverlap: false, skipNegated: negation })
    if (found === undefined) return null
    if (typeof surroundings.context.within !== 'number' || isParted(hit, found, scan)) continue
    start = Math.min(start, found.start)
    end = Math.max(end, found.end)
  }
  for (const surroundings of unless)
    if (findNear(hit, surroundings, { scan, mayOverlap: true, skipNegated: false }) !== undefined) return null
  if (negation && isNegated(hit, scan)) return null
  return start === hit.start && end === hit.end ? hit : { start, end }
}

// A neighbour in another clause makes the hit count, but what is underlined and mended stays in its own.
function isParted(hit: Stretch, other: Stretch, { folded }: FieldScan): boolean {
  const [first, second] = hit.start < other.start ? [hit, other] : [other, hit]
  return folded.text.slice(first.end, second.start).includes(',')
}
