import type { RecentPost } from '../../creators/index.ts'
import { formatShare, say } from '../../shared/index.ts'
import type { MeasuredPart } from './combine-fit.ts'
import { wilson } from './wilson.ts'

/** Fewer everyday posts give no middle to be held against. */
const LEAST_EVERYDAY = 3
/** So many sponsored posts are evidence enough [A]. */
const ENOUGH = 5

const viewsOf = (posts: readonly RecentPost[], sponsored: boolean) =>
  posts.flatMap(({ views, sponsored: flag }) => (views === null || flag !== sponsored ? [] : [views])).toSorted((a, b) => a - b)

/**
 * How paid work went before: the share of sponsored posts that reached the middle of the everyday ones, as the centre of Wilson's interval:
 * its lower end would make nought of two a zero that nothing else can buy back.
 */
export function measurePastWork(posts: readonly RecentPost[]): MeasuredPart {
  const [paid, everyday] = [viewsOf(posts, true), viewsOf(posts, false)]
  const middle = everyday[Math.floor((everyday.length - 1) / 2)]
  const range =
    middle === undefined || everyday.length < LEAST_EVERYDAY ? null : wilson(paid.filter((views) => views >= middle).length, paid.length)
  if (middle === undefined || range === null)
    return {
      value: null,
      completeness: 0,
      because: say(
        `${paid.length} sponsored and ${everyday.length} everyday posts with views are held: too few to compare.`,
        `持有播放/阅读数的合作内容 ${paid.length} 条、日常内容 ${everyday.length} 条：不足以比较。`,
      ),
    }
  const k = paid.filter((views) => views >= middle).length
  return {
    value: range.centre,
    completeness: Math.min(1, paid.length / ENOUGH),
    because: say(
      `${k} of ${paid.length} sponsored posts reached the middle of ${everyday.length} everyday ones (Wilson ${formatShare(range.low, 'en')}–${formatShare(range.high, 'en')}).`,
      `${paid.length} 条合作内容中 ${k} 条达到 ${everyday.length} 条日常内容的中位水平（Wilson 区间 ${formatShare(range.low, 'zh')}–${formatShare(range.high, 'zh')}）。`,
    ),
  }
}
