/** Where a value stands on a square-root scale from 0 to `top`, in per cent: views differ by orders, and 0 must be on it. */
export function placeOnScale(value: number, top: number): number {
  if (top <= 0 || value <= 0) return 0
  return Math.min(100, 100 * Math.sqrt(value / top))
}
