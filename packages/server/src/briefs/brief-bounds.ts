import type { Bounds } from '../platform/bounded.ts'

/** Far more than a brief holds: a demanded article has a few thousand characters. */
export const BRIEF_BOUNDS: Bounds = { characters: 20_000, items: 500 }
