import { normalQuantile } from './special-functions.ts'

/** A log-normal wider than this is no spread of posts but a share beside the middle, where it says nothing [A]. */
const WIDEST = 5

/** σ of a log-normal from its median and the share of posts at or above a line (千赞笔记比例); null when they contradict or say nothing. */
export function sigmaFromShare(median: number, line: number, share: number): number | null {
  if (median <= 0 || share <= 0 || share >= 1) return null
  const sigma = Math.log(line / median) / normalQuantile(1 - share)
  return sigma > 0 && sigma <= WIDEST ? sigma : null
}
