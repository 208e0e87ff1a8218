// How well a score tells the spoilt from the clean: recall at a share of false flags, area under precision–recall, with intervals.

/** One account of a trial. */
export interface Scored {
  readonly p: number
  readonly isSpoilt: boolean
}

/** Share of the spoilt ones above the score that at most `falseFlags` of the clean ones pass. */
export function recallAt(scored: readonly Scored[], falseFlags: number): number {
  const clean = scored
    .filter(({ isSpoilt }) => !isSpoilt)
    .map(({ p }) => p)
    .toSorted((a, b) => b - a)
  const cut = clean[Math.floor(falseFlags * clean.length)] ?? 1
  const spoilt = scored.filter(({ isSpoilt }) => isSpoilt)
  return spoilt.filter(({ p }) => p > cut).length / spoilt.length
}

/** Average precision; equal scores share their place. */
export function areaUnder(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => b.p - a.p)
  const all = scored.filter(({ isSpoilt }) => isSpoilt).length
  let [area, found, seen, at] = [0, 0, 0, 0]
  while (at < sorted.length) {
    const p = sorted[at]?.p
    let here = 0
    while (at < sorted.length && sorted[at]?.p === p) {
      if (sorted[at]?.isSpoilt) here++
      seen++
      at++
    }
    found += here
    area += (here / all) * (found / seen)
  }
  return area
}

/** Mean squared distance between what was said and what was so. */
export const brierOf = (scored: readonly Scored[]): number =>
  scored.reduce((sum, { p, isSpoilt }) => sum + (p - (isSpoilt ? 1 : 0)) ** 2, 0) / scored.length

/** Expected calibration error: ten bins of equal width, distance between mean score and share of the spoilt, weighed by their size. */
export function calibrationError(scored: readonly Scored[], bins = 10): number {
  const groups = Array.from({ length: bins }, (): Scored[] => [])
  for (const one of scored) groups[Math.min(bins - 1, Math.floor(one.p * bins))]?.push(one)
  return groups.reduce((sum, group) => {
    const said = group.reduce((total, { p }) => total + p, 0)
    return sum + Math.abs(said - group.filter(({ isSpoilt }) => isSpoilt).length) / scored.length
  }, 0)
}

/** 95 % bootstrap interval of a figure, accounts as units. */
export function intervalOf(
  scored: readonly Scored[],
  figure: (sample: readonly Scored[]) => number,
  { draws = 1000, seed = 1 } = {},
): [number, number] {
  let state = seed
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const figures = Array.from({ length: draws }, () =>
    figure(scored.map(() => scored[Math.floor(draw() * scored.length)] ?? { p: 0, isSpoilt: false })),
  ).toSorted((a, b) => a - b)
  return [figures[Math.floor(0.025 * draws)] ?? 0, figures[Math.floor(0.975 * draws)] ?? 0]
}

/** `recall 0.42, PR-AUC 0.55 (0.44–0.66; chance 0.20)`. */
export function tellFlags(scored: readonly Scored[], falseFlags: number): string {
  const chance = scored.filter(({ isSpoilt }) => isSpoilt).length / scored.length
  const [low, high] = intervalOf(scored, areaUnder)
  return `recall ${recallAt(scored, falseFlags).toFixed(2)} at ${100 * falseFlags} % false flags, PR-AUC ${areaUnder(scored).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}; chance ${chance.toFixed(2)})`
}
