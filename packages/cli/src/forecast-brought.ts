import {
  forecastEvents,
  totalForecasts,
  type CountedEvent,
  type EventQuestion,
  type Forecast,
  type HeldResults,
  type MissingRate,
} from '@kolibra/core/planning'
import { pastResultSchema } from '@kolibra/core/campaigns'
import { say, tellIssue } from '@kolibra/core/shared'
import { UsageError, type Io } from './command.ts'
import { readCampaign } from './read-campaign.ts'

/** What views have brought before, as the command line says it: a campaign file, or a count in short. */
export async function readHeld(
  event: CountedEvent | null,
  { campaign, counted }: { readonly campaign?: string | undefined; readonly counted?: string | undefined },
  io: Pick<Io, 'cwd' | 'readStdin'>,
): Promise<HeldResults> {
  if (campaign !== undefined && counted !== undefined)
    throw new UsageError(say('give --campaign or --counted, not both.', '--campaign 与 --counted 只能用其一。'))
  if (campaign !== undefined) return readCampaign(campaign, io)
  if (counted === undefined) return {}
  if (event === null)
    throw new UsageError(
      say(
        '--counted goes with --metric followers, clicks, mentions or orders.',
        '--counted 须配合 --metric followers、clicks、mentions 或 orders。',
      ),
    )
  const [, events, views] = counted.match(/^(\d+)\/(\d+)$/) ?? []
  if (events === undefined || Number(views) <= 0)
    throw new UsageError(
      say(
        `--counted is events and views like 45/60000, not "${counted}".`,
        `--counted 须写成「次数/播放数」，如 45/60000，而不是「${counted}」。`,
      ),
    )
  const row = pastResultSchema.safeParse({ source: '--counted', views: Number(views), [event]: Number(events) })
  if (!row.success) {
    const [first] = row.error.issues.map((issue) => tellIssue(issue))
    throw new UsageError(say(`--counted ${counted}: ${event} ${first?.en}.`, `--counted ${counted}：${event} ${first?.zh}。`))
  }
  return { pastResults: [row.data] }
}

/** The total of several accounts as it goes into a JSON answer. */
export interface ForecastTotal {
  readonly accounts: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
}

/** Ranges of all accounts, and their total where it was asked for. */
export interface BroughtForecasts {
  readonly forecasts: readonly Forecast[]
  readonly total: ForecastTotal | null
}

/** Forecasts of what the next posts bring; of the posts themselves when no event is asked for. The total is drawn together. */
export function bringEvents(
  event: CountedEvent | null,
  ofPosts: readonly Forecast[],
  { wantsTotal, ...question }: EventQuestion & { readonly wantsTotal: boolean },
): BroughtForecasts | MissingRate {
  // What is missing is missing whoever is counted: where no total is asked for, nobody is drawn.
  const sum = totalForecasts(wantsTotal ? ofPosts : [], { ...question, event })
  if ('missing' in sum) return sum
  const { p10, p50, p90, mean } = sum
  const total = wantsTotal ? { accounts: ofPosts.length, p10, p50, p90, mean } : null
  if (event === null) return { forecasts: ofPosts, total }
  const forecasts: Forecast[] = []
  for (const forecast of ofPosts) {
    const brought = forecastEvents(event, forecast, question)
    if ('missing' in brought) return brought
    forecasts.push(brought)
  }
  return { forecasts, total }
}
