/** Where things lie on a half-round dial: 0 at the left end, 1 at the right. */
const CENTRE = { x: 100, y: 100 } as const
const FULL_TURN_DEG = 180

/** The point of a share on a circle around the dial's centre; shares beyond the ends stay at them. */
export function pointAt(share: number, radius: number): { x: number; y: number } {
  const angle = (Math.PI * FULL_TURN_DEG * (1 - Math.min(1, Math.max(0, share)))) / FULL_TURN_DEG
  const round = (value: number) => Math.round(value * 100) / 100
  return { x: round(CENTRE.x + radius * Math.cos(angle)), y: round(CENTRE.y - radius * Math.sin(angle)) }
}

/** The SVG path of an arc from one share to another. */
export function arcBetween(from: number, to: number, radius: number): string {
  const [start, end] = [pointAt(from, radius), pointAt(to, radius)]
  return `M ${start.x} ${start.y} A ${radius} ${radius} 0 0 1 ${end.x} ${end.y}`
}
