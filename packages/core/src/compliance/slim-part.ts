import { CONTEXT_DEFAULTS, DETECTOR_DEFAULTS, WORDS_DEFAULTS } from './format-defaults.ts'
import type { Context, Detector, RuleEntry, RulebookPart, WordList } from './rule-entry.ts'

type Optional<T, Names> = Omit<T, Extract<keyof T, Names>> & Partial<Pick<T, Extract<keyof T, Names>>>
type Around = 'near' | 'unless'
/** Contexts leave out as well, inside what stands around a word. */
type SlimAround<T> = Omit<T, Around> & { [Name in Extract<keyof T, Around>]?: Partial<Context>[] }

type Kind = Detector['kind']
type SlimOf<K extends Kind> = SlimAround<Optional<Extract<Detector, { kind: K }>, keyof (typeof DETECTOR_DEFAULTS)[K]>>
type SlimDetector = { [K in Kind]: SlimOf<K> }[Kind]
type SlimWords = SlimAround<Optional<WordList, keyof typeof WORDS_DEFAULTS>>

/** A part of a rulebook as browsers get it: words and detectors without what their format fills in again. */
export type SlimPart = SlimWords | (Omit<RuleEntry, 'detectors'> & { detectors: SlimDetector[] | null })

/** Leaves out of a part what `fillInPart` fills in again; the rest is a `SlimPart`, to be sent as JSON. */
export function slimPart(part: RulebookPart): object {
  if (part.kind === 'words') return leaveOut({ ...part, near: slimContexts(part.near) }, WORDS_DEFAULTS)
  return { ...part, detectors: part.detectors?.map(slimDetector) ?? null }
}

function slimDetector(detector: Detector): object {
  if (detector.kind !== 'terms') return leaveOut(detector, DETECTOR_DEFAULTS[detector.kind])
  const { near, unless } = detector
  return leaveOut({ ...detector, near: slimContexts(near), unless: slimContexts(unless) }, DETECTOR_DEFAULTS.terms)
}

function slimContexts(contexts: readonly Context[]): object[] {
  return contexts.map((context) => leaveOut(context, CONTEXT_DEFAULTS))
}

function leaveOut(said: object, defaults: object): object {
  const filled = new Map(Object.entries(defaults).map(([name, value]) => [name, JSON.stringify(value)]))
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => !filled.has(name) || filled.get(name) !== JSON.stringify(value)))
}

/** Fills in what the rulebook's schema would, without the schema: a phone need not load it to lint. */
export function fillInPart(part: SlimPart): RulebookPart {
  return part.kind === 'words' ? fillWords(part) : { ...part, detectors: part.detectors?.map(fillDetector) ?? null }
}

function fillDetector(detector: SlimDetector): Detector {
  if (detector.kind === 'facts') return detector
  if (detector.kind === 'topics') return { ...DETECTOR_DEFAULTS.topics, ...detector }
  if (detector.kind === 'length') return { ...DETECTOR_DEFAULTS.length, ...detector }
  if (detector.kind === 'likeness') return { ...DETECTOR_DEFAULTS.likeness, ...detector }
  if (detector.kind === 'links') return { ...DETECTOR_DEFAULTS.links, ...detector }
  const { near = [], unless = [], ...said } = detector
  return { ...DETECTOR_DEFAULTS.terms, ...said, near: fillContexts(near), unless: fillContexts(unless) }
}

function fillWords({ near = [], ...said }: SlimWords): WordList {
  return { ...WORDS_DEFAULTS, ...said, near: fillContexts(near) }
}

function fillContexts(contexts: readonly Partial<Context>[]): Context[] {
  return contexts.map((context) => ({ ...CONTEXT_DEFAULTS, ...context }))
}
