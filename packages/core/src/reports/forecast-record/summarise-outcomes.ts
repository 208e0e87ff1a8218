import { adaptAlpha, KPI_NAMES, medianOf, moveEnds } from '../../planning/index.ts'
import { formatExact, say, type Localized } from '../../shared/index.ts'
import type { CampaignOutcome, OutcomeSummary } from './schema.ts'

/** So many of the last campaigns are told of; older ones were planned with other creators and other prices. */
const LAST = 6
const ALPHA = 0.2

const isInside = ({ p10, p90, actual }: CampaignOutcome) => actual >= p10 && actual <= p90

/** How the last forecasts of a metric came out; null when there were none. Newest first or in any order: days decide. */
export function summariseOutcomes(outcomes: readonly CampaignOutcome[], metric: CampaignOutcome['metric']): OutcomeSummary | null {
  const own = outcomes.filter((outcome) => outcome.metric === metric).toSorted((a, b) => (a.ends < b.ends ? -1 : Number(a.ends > b.ends)))
  const last = own.slice(-LAST)
  if (last.length === 0) return null
  const known = last.filter(({ p50 }) => p50 > 0)
  const facts = {
    campaigns: last.length,
    covered: last.filter(isInside).length,
    typicalError: known.length === 0 ? null : medianOf(known.map(({ actual, p50 }) => actual / p50)) - 1,
    stretch: stretchOf(last),
    // All there are: the level follows what happened, however long ago it began.
    readShare:
      1 -
      clamp(
        adaptAlpha(
          ALPHA,
          own.map((outcome) => !isInside(outcome)),
        ).at(-1) ?? ALPHA,
      ),
  }
  return { metric, ...facts, sentence: tellSummary(metric, facts) }
}

const clamp = (alpha: number) => Math.min(0.5, Math.max(0.02, alpha))

// ln(x + 1): a campaign that brought nothing has an outcome too.
function stretchOf(outcomes: readonly CampaignOutcome[]): number | null {
  const moved = moveEnds(
    outcomes.map(({ p10, p90, actual }) => ({ low: Math.log1p(p10), high: Math.log1p(p90), y: Math.log1p(actual) })),
    ALPHA,
  )
  return moved === null ? null : Math.exp(moved)
}

function tellSummary(
  metric: CampaignOutcome['metric'],
  { campaigns, covered, typicalError, stretch }: Pick<OutcomeSummary, 'campaigns' | 'covered' | 'typicalError' | 'stretch'>,
): Localized {
  const { en, zh } = KPI_NAMES[metric]
  const n = formatExact(campaigns)
  const error = typicalError === null ? say('', '') : tellError(typicalError)
  // Ranges that held often enough need no stretching, whatever one miss would ask for.
  const range = covered >= (1 - ALPHA) * campaigns ? say('', '') : tellStretch(stretch)
  return say(
    `Our last ${campaigns === 1 ? 'forecast' : `${n} forecasts`} of ${en}: the 80 % range held in ${covered} of ${n}${error.en}${range.en}.`,
    `最近 ${n} 次${zh}预估：80% 区间命中 ${covered} 次${error.zh}${range.zh}。`,
  )
}

function tellError(typicalError: number): Localized {
  const percent = `${typicalError < 0 ? '−' : '+'}${formatExact(Math.round(Math.abs(typicalError) * 100))}`
  return say(`, typical error ${percent} %`, `，典型误差 ${percent}%`)
}

function tellStretch(stretch: number | null): Localized {
  if (stretch === null || stretch <= 1.005) return say('', '')
  const factor = stretch.toFixed(2)
  return say(
    `; with both ends ${factor} times further out it would have held as promised`,
    `；两端各放宽至 ${factor} 倍方能达到承诺的命中率`,
  )
}
