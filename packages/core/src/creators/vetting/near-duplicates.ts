/** MinHash with 16 bands of 4 rows: texts alike by s meet with 1 − (1 − s⁴)¹⁶: pairs that share half of their bigrams in 64 % of cases, four fifths in 99.98 % (science.md §5). */
const ROWS = 4
const BANDS = 16
/** Below this two comments only speak of the same thing [A]. */
const LEAST_LIKENESS = 0.6

/** The pairs of neighbouring characters of a text, without spaces and signs. */
export function listBigrams(text: string): Set<string> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  return new Set(letters.slice(1).map((sign, at) => `${letters[at] ?? ''}${sign}`))
}

/** Share of all bigrams of two texts that both have; 0 when neither has any. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((bigram) => b.has(bigram)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Share of the texts that stand in a cluster of three or more near-duplicates. Texts too short for two bigrams say nothing and are left out. */
export function shareOfNearDuplicates(texts: readonly string[]): { readonly share: number; readonly texts: number } {
  const known = texts.map(listBigrams).filter(({ size }) => size >= 2)
  const parents = known.map((_, index) => index)
  const rootOf = (node: number): number => (parents[node] === node ? node : rootOf(parents[node] ?? node))
  const seen = new Map<string, number>()
  known.forEach((bigrams, index) => {
    for (const band of listBands(bigrams)) {
      const other = seen.get(band)
      if (other === undefined) seen.set(band, index)
      // Bands only propose: a pair that merely shares a band is no duplicate.
      else if (likeness(bigrams, known[other] ?? new Set()) >= LEAST_LIKENESS) parents[rootOf(index)] = rootOf(other)
    }
  })
  const sizes = new Map<number, number>()
  known.forEach((_, index) => sizes.set(rootOf(index), (sizes.get(rootOf(index)) ?? 0) + 1))
  const clustered = [...sizes.values()].filter((size) => size >= 3).reduce((sum, size) => sum + size, 0)
  return { share: known.length === 0 ? 0 : clustered / known.length, texts: known.length }
}

function listBands(bigrams: ReadonlySet<string>): string[] {
  const hashes = [...bigrams].map(hashText)
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS }, (_unused, row) => {
      const salt = Math.imul(band * ROWS + row + 1, 0x9e3779b1)
      return Math.min(...hashes.map((hash) => mix(hash ^ salt)))
    })
    return `${band}:${rows.join()}`
  })
}

function hashText(text: string): number {
  let hash = 2166136261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  return hash >>> 0
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
