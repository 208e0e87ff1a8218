/** One part of a mix: how many, for how much, and its share of the whole cost (0–1). */
export interface MixPart {
  readonly name: string | null
  readonly count: number
  readonly costFen: number
  readonly share: number
}

/** Sums creators by what they are; the most expensive part first. What nobody knows is a part of its own. */
export function sumParts<T extends { readonly costFen: number }>(creators: readonly T[], partOf: (creator: T) => string | null): MixPart[] {
  const totalFen = creators.reduce((sum, { costFen }) => sum + costFen, 0)
  const parts = new Map<string | null, { count: number; costFen: number }>()
  for (const creator of creators) {
    const { count, costFen } = parts.get(partOf(creator)) ?? { count: 0, costFen: 0 }
    parts.set(partOf(creator), { count: count + 1, costFen: costFen + creator.costFen })
  }
  return [...parts]
    .map(([name, part]) => ({ name, ...part, share: totalFen === 0 ? 0 : part.costFen / totalFen }))
    .sort((a, b) => b.costFen - a.costFen)
}
