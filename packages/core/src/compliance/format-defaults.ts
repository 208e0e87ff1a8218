/*
 * What the format of a rulebook fills in where an entry leaves it out. Apart from the schema, so that a browser can fill it in
 * without loading the schema.
 */

/** Of words around a hit. */
export const CONTEXT_DEFAULTS = { any: [], words: [], within: 'sentence' as const, side: 'either' as const }

/** Of every detector but one that reads facts. */
export const JUDGED_DEFAULTS = { when: [] }

/** Of detectors, by kind. One that reads facts has to say everything. */
export const DETECTOR_DEFAULTS = {
  terms: { ...JUDGED_DEFAULTS, find: [], words: [], near: [], unless: [], negation: true },
  facts: {},
  length: { ...JUDGED_DEFAULTS, unit: 'character' as const },
  topics: JUDGED_DEFAULTS,
  likeness: JUDGED_DEFAULTS,
  links: { ...JUDGED_DEFAULTS, except: [] },
}

/** Of word lists. */
export const WORDS_DEFAULTS = { protects: false, heardAs: null, states: {}, near: [], note: null }
