import type { z } from 'zod'
import type { Context, contextSchema, Detector, detectorSchema, RuleEntry, RulebookPart, WordList, wordListSchema } from './rule-entry.ts'

/** A part of a rulebook as browsers get it: words and detectors without what their format fills in again. */
export type SlimPart =
  | z.input<typeof wordListSchema>
  | (Omit<RuleEntry, 'detectors'> & { detectors: z.input<typeof detectorSchema>[] | null })

function fillContext(context: z.input<typeof contextSchema>): Context {
  const { any = [], words = [], within = 'sentence', side = 'either' } = context
  return { any, words, within, side }
}

function fillDetector(detector: z.input<typeof detectorSchema>): Detector {
  const { when = [] } = detector
  if (detector.kind === 'facts') return detector
  if (detector.kind === 'topics') return { ...detector, when }
  if (detector.kind === 'length') return { ...detector, when, unit: detector.unit ?? 'character' }
  if (detector.kind === 'links') return { ...detector, when, except: detector.except ?? [] }
  const { find = [], words = [], near = [], unless = [], negation = true } = detector
  return { ...detector, when, find, words, negation, near: near.map(fillContext), unless: unless.map(fillContext) }
}

function fillWords(list: z.input<typeof wordListSchema>): WordList {
  const { protects = false, heardAs = null, states = {}, note = null, near = [] } = list
  return { ...list, protects, heardAs, states, note, near: near.map(fillContext) }
}

/** Fills in what the rulebook's schema would, without the schema: a phone need not load it to lint. */
export function fillInPart(part: SlimPart): RulebookPart {
  return part.kind === 'words' ? fillWords(part) : { ...part, detectors: part.detectors?.map(fillDetector) ?? null }
}
