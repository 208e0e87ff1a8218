import type { ReachCurve } from '@kolibra/core/selection'

interface Box {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Sums marked on the axis of spending. */
  readonly marksFen: readonly number[]
}

const TICKS = 4

/** Places a curve of spending against people inside a box of pixels; it starts at nothing spent, nobody reached. */
export function layCurve(curve: ReachCurve, box: Box) {
  const mostFen = Math.max(1, ...curve.map(({ costFen }) => costFen), ...box.marksFen)
  const most = roundUp(Math.max(1, ...curve.map(({ reach }) => reach)))
  const x = (fen: number) => round(box.left + (fen / mostFen) * (box.width - box.left - box.right))
  const y = (people: number) => round(box.height - box.bottom - (people / most) * (box.height - box.top - box.bottom))
  const points = curve.map(({ id, costFen, reach }) => ({ id, x: x(costFen), y: y(reach) }))
  const ticks = Array.from({ length: TICKS + 1 }, (_, step) => (most * step) / TICKS)
  return {
    line: [{ x: x(0), y: y(0) }, ...points].map((point) => `${point.x},${point.y}`).join(' '),
    points,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    marks: box.marksFen.map((fen) => ({ fen, x: x(fen) })),
  }
}

const round = (pixels: number) => Math.round(pixels * 10) / 10

/** The next number that reads well: 1, 2, 4, 5 or 8 with zeros. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 2, 4, 5, 8, 10].find((step) => step * power >= value) ?? 10)
}
