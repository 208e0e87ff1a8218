import { normalQuantile } from './special-functions.ts'

/** σ of a log-normal from its median and the share of posts at or above a line (千赞笔记比例); null when they contradict. */
export function sigmaFromShare(median: number, line: number, share: number): number | null {
  if (median <= 0 || share <= 0 || share >= 1) return null
  const sigma = Math.log(line / median) / normalQuantile(1 - share)
  return Number.isFinite(sigma) && sigma > 0 ? sigma : null
}
