import { normalQuantile } from './special-functions.ts'

/** A seed from text, so that every creator keeps its own draws whoever else is in the plan (FNV-1a). */
export function seedFrom(seed: number, text: string): number {
  let hash = (2166136261 ^ seed) >>> 0
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0
  return hash
}

/** Uniform numbers in (0, 1), the same for the same seed (mulberry32). */
export function drawUniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
  }
}

/** Standard normal numbers, one uniform each, so that draws line up between what-ifs. */
export function drawNormals(seed: number, count: number): Float64Array {
  const uniform = drawUniform(seed)
  return Float64Array.from({ length: count }, () => normalQuantile(uniform()))
}
