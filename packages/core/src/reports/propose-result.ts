import type { Goal, Kpi, PastResult } from '../campaigns/index.ts'
import { formatExact, say, shanghaiDay, type Localized } from '../shared/index.ts'
import type { Report, ReportedNumber } from './schema.ts'

/** What the views of a campaign brought, as a proposal for the next; the source in both languages, for whoever keeps it. */
export type ProposedResult = Omit<PastResult, 'source'> & { readonly source: Localized }

/** KPIs of a goal that count what views bring, by the name a past result has for them. */
const COUNTED = ['newFollowers', 'mentions'] as const satisfies readonly (Kpi['name'] & keyof PastResult)[]

// A sum with a gap is at least what it says: no rate can be told from it.
const wholeOf = (number: ReportedNumber | undefined) => (number?.because === null ? number.value : null)

/**
 * What views brought, from a report and the goal it was judged by: events beyond the baseline, for what would have come anyway is nobody's
 * merit. Null: views are not wholly known, or nothing else is counted. Unknown stays left out.
 */
export function proposeResult(
  report: Pick<Report, 'campaign' | 'generatedAt' | 'numbers' | 'kpis' | 'posts'>,
  goal: Goal | null,
): ProposedResult | null {
  const views = wholeOf(report.numbers.find(({ unit }) => unit === 'views'))
  if (views === null || views <= 0) return null
  const counted = COUNTED.flatMap((name) => {
    const came = wholeOf(report.kpis.find((kpi) => kpi.name === name)?.actual)
    const baseline = goal?.kpis.find((kpi) => kpi.name === name)?.baseline ?? null
    return came === null || baseline === null ? [] : [[name, Math.max(0, came - baseline)] as const]
  })
  if (counted.length === 0) return null
  return { source: tellSource(report), views, ...Object.fromEntries(counted) }
}

function tellSource({ campaign, generatedAt, posts }: Pick<Report, 'campaign' | 'generatedAt' | 'posts'>): Localized {
  const day = shanghaiDay(Date.parse(generatedAt))
  const n = formatExact(posts.filter(({ views }) => views.value !== null).length)
  // Sources are kept with at most 200 characters.
  const name = campaign.slice(0, 120)
  return say(`${name}, report of ${day}, ${n} posts`, `${name}，${day} 报告，${n} 条内容`)
}

const headOf = (source: string) => source.replace(/(, report of \d{4}-.*|，\d{4}-\d{2}-\d{2} 报告，.*)$/, '')

/** Whether a report of the same campaign is kept already, of whatever day and in whichever language: twice it would count twice. */
export function isResultKept(kept: readonly Pick<PastResult, 'source'>[], { source }: Pick<ProposedResult, 'source'>): boolean {
  return kept.some((row) => headOf(row.source) !== row.source && headOf(row.source) === headOf(source.en))
}
