import type { PriceStep } from '@kolibra/core/selection'

/** A step with its place on the drawing, in per cent of the widest level. */
export interface LaidStep extends PriceStep {
  readonly from: number
  readonly width: number
  /** A sum that stands by itself, rather than something added to or taken from one. */
  readonly isLevel: boolean
}

const LEVELS: readonly PriceStep['part'][] = ['list', 'net', 'total']

/** Lays the steps of a price one under the other: levels begin at 0, what is added begins where the level before it ends. */
export function layWaterfall(steps: readonly PriceStep[]): LaidStep[] {
  const top = Math.max(1, ...steps.filter(({ part }) => LEVELS.includes(part)).map(({ fen }) => fen))
  let level = 0
  return steps.map((step) => {
    const isLevel = LEVELS.includes(step.part)
    const [start, end] = isLevel ? [0, step.fen] : [level, level + step.fen]
    level = end
    const [low, high] = [Math.min(start, end), Math.max(start, end)]
    return { ...step, isLevel, from: (100 * low) / top, width: (100 * (high - low)) / top }
  })
}
