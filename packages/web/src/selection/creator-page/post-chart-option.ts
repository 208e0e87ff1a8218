import type { HeldPost } from '@kolibra/core/selection'
import type { PostKind } from '@kolibra/core/planning'
import { DAY_LABEL } from '../../ui/day-label.ts'
import { INK } from '../../ui/range-option.ts'

/** Kinds of posts are told apart by form as well as by colour. */
const FORMS = { everyday: 'circle', sponsored: 'diamond', unknown: 'triangle' } as const satisfies Record<PostKind, string>
const KINDS = ['everyday', 'sponsored', 'unknown'] as const satisfies readonly PostKind[]

/** Everyday, sponsored, or nobody said which. */
export const kindOf = ({ sponsored }: Pick<HeldPost, 'sponsored'>): PostKind =>
  sponsored === null ? 'unknown' : sponsored ? 'sponsored' : 'everyday'

/** Posts that can be drawn: the day and the views are known. */
export const listDrawable = (posts: readonly HeldPost[]) =>
  posts.flatMap((post) => (post.views === null || post.publishedAt === null || Number.isNaN(Date.parse(post.publishedAt)) ? [] : [post]))

interface PostChart {
  readonly posts: readonly HeldPost[]
  readonly nameOf: (kind: PostKind) => string
  readonly axis: string
  readonly format: (value: number) => string
  readonly scheme: 'light' | 'dark'
}

/** The ECharts option: a point per post, views on a log scale, so that one viral post does not flatten the others. */
export function postChartOption({ posts, nameOf, axis, format, scheme }: PostChart) {
  const ink = INK[scheme]
  const text = { color: ink.text, fontSize: 12 }
  const quiet = { lineStyle: { color: ink.line } }
  const colours = { everyday: ink.range, sponsored: ink.actual, unknown: ink.text } as const
  const drawable = listDrawable(posts)
  const shown = KINDS.filter((kind) => drawable.some((post) => kindOf(post) === kind))
  return {
    animation: false,
    aria: { enabled: true },
    legend: { top: 0, left: 0, textStyle: text, data: shown.map(nameOf) },
    grid: { left: 24, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'time' as const, axisLabel: { ...text, hideOverlap: true, formatter: DAY_LABEL }, axisLine: quiet },
    yAxis: {
      type: 'log' as const,
      name: axis,
      nameLocation: 'middle' as const,
      nameGap: 46,
      nameTextStyle: text,
      axisLabel: { ...text, formatter: format },
      splitLine: quiet,
    },
    series: shown.map((kind) => ({
      type: 'scatter' as const,
      name: nameOf(kind),
      symbol: FORMS[kind],
      symbolSize: 11,
      itemStyle: { color: colours[kind], borderColor: ink.text, borderWidth: 0.5 },
      // No views at all has no place on a log scale; the lowest line is the nearest.
      data: drawable.filter((post) => kindOf(post) === kind).map(({ publishedAt, views }) => [publishedAt, Math.max(1, views ?? 1)]),
    })),
  }
}
