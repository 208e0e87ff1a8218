// Invisible signs too: a zero-width space in every word would make a copied text look new.
const NOISE = /[\s\p{P}\p{S}\p{Me}\p{Default_Ignorable_Code_Point}]/gu

/** The characters that carry words: no space, punctuation, symbol or emoji; lower case. */
function listCharacters(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().replace(NOISE, '')]
}

function listGrams(text: string, size: number): string[] {
  const characters = listCharacters(text)
  return characters.slice(0, Math.max(0, characters.length - size + 1)).map((_, index) => characters.slice(index, index + size).join(''))
}

type Grams = ReadonlySet<string>

function compareGrams(left: Grams, right: Grams): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left]
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared += 1
  const total = left.size + right.size - shared
  return total === 0 ? 0 : shared / total
}

/** Likeness of two texts, 0–1: Jaccard of their character bigrams (science.md §2, authenticity). Two texts too short to compare are 0. */
export function compareTexts(first: string, second: string): number {
  return compareGrams(new Set(listGrams(first, 2)), new Set(listGrams(second, 2)))
}

/** Length of the longest common subsequence; rows are reused, so memory grows with one text only. */
function measureCommon(left: readonly string[], right: readonly string[]): number {
  let above = Array.from({ length: right.length + 1 }, () => 0)
  for (const character of left) {
    const row = [0]
    for (let column = 1; column <= right.length; column += 1) {
      const diagonal = above[column - 1] ?? 0
      row.push(character === right[column - 1] ? diagonal + 1 : Math.max(above[column] ?? 0, row[column - 1] ?? 0))
    }
    above = row
  }
  return above[right.length] ?? 0
}

/** Share (0–1) of the creator's own text that did not survive the editing; null when there was no text of their own. */
export function countRewritten(original: string, edited: string): number | null {
  const own = listCharacters(original)
  if (own.length === 0) return null
  return 1 - measureCommon(own, listCharacters(edited)) / own.length
}

const RUN = 6

/** Share (0–1) of a draft's characters that stand in the brief in runs of six or more [A]; null for an empty draft. */
export function measureBrieflike(draftText: string, briefTexts: readonly string[]): number | null {
  const characters = listCharacters(draftText)
  if (characters.length === 0) return null
  const known = new Set(briefTexts.flatMap((text) => listGrams(text, RUN)))
  const isCovered = characters.map(() => false)
  listGrams(draftText, RUN).forEach((gram, start) => {
    if (known.has(gram)) isCovered.fill(true, start, start + RUN)
  })
  return isCovered.filter(Boolean).length / characters.length
}

/** A text prepared once for comparisons with many others. */
export interface IndexedText {
  readonly id: string
  readonly grams: Grams
}

/** Prepares a text; hundreds of KOC drafts are compared pair by pair, and cutting them into bigrams is what costs. */
export function indexText(id: string, text: string): IndexedText {
  return { id, grams: new Set(listGrams(text, 2)) }
}

/** The other texts that are at least `threshold` alike, most alike first; likeness rounded to 0.01 so that a hash of it stays calm. */
export function findDuplicates(own: IndexedText, others: readonly IndexedText[], threshold: number): { id: string; likeness: number }[] {
  return others
    .filter(({ id }) => id !== own.id)
    .map(({ id, grams }) => ({ id, likeness: Math.round(compareGrams(own.grams, grams) * 100) / 100 }))
    .filter(({ likeness }) => likeness >= threshold)
    .toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
}
