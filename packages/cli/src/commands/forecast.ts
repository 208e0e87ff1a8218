import { parseArgs } from 'node:util'
import {
  backtestForecasts,
  checkForecastAccounts,
  fitCohorts,
  FORECAST_METRICS,
  forecastAccount,
  type CountedEvent,
  type ForecastMetric,
} from '@kolibra/core/planning'
import { say, shanghaiDay } from '@kolibra/core/shared'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { bringEvents, readHeld } from '../forecast-brought.ts'
import { nameBy } from '../name-accounts.ts'
import { readAccounts } from '../read-accounts.ts'
import { readDay } from '../read-day.ts'
import { readLanguage } from '../read-language.ts'
import { renderBacktest, renderForecasts, renderTotal } from '../render-forecasts.ts'

const HELP = `kolibra forecast ACCOUNTS.jsonl [--metric NAME] [--campaign CAMPAIGN.yaml | --counted EVENTS/VIEWS] [--total]
                 [--as-of DAY] [--sponsored] [--backtest] [--format pretty|json] [--lang en|zh]

  Forecasts the next post of each account as a range.

  --metric     views (default) or interactions, from the posts; followers, clicks, mentions or orders, from views
               and what a view has brought before: without a count, followers, clicks and orders are assumed and
               marked [A], mentions are not forecast
  --campaign   whose "pastResults" say what views have brought before
  --counted    the same in short: 45/60000 is 45 in 60,000 views
  --total      the total of all accounts as well, by simulation: P10s are never added
  --as-of DAY  the day of the forecast (Shanghai); today by default
  --sponsored  the next post is a sponsored one: from everyday posts and what sponsoring changes
  --backtest   hides the newest post of each account and scores the forecast of it,
               beside the same for the plain median of the last ten
  --format     pretty (default) or json
  --lang       en (default) or zh, for pretty; json carries both

Examples:
  npx kolibra forecast examples/accounts.jsonl
  npx kolibra forecast examples/accounts.jsonl --metric followers --counted 45/60000 --total

Exit codes: 0 done, 1 too few posts for a back-test or nothing known of what a view brings, 2 unreadable input.
`

/** The back-test resamples creators, and totals are drawn; the same seed gives the same interval. */
const SEED = 1

/** What of the posts each name asks for, and what views bring beside it. */
const METRICS: Readonly<Record<string, { readonly of: ForecastMetric; readonly event: CountedEvent | null } | undefined>> = {
  ...Object.fromEntries(FORECAST_METRICS.map((metric) => [metric, { of: metric, event: null }])),
  followers: { of: 'views', event: 'newFollowers' },
  clicks: { of: 'views', event: 'clicks' },
  mentions: { of: 'views', event: 'mentions' },
  orders: { of: 'views', event: 'orders' },
}

const OPTIONS = {
  metric: { type: 'string', default: 'views' },
  campaign: { type: 'string' },
  counted: { type: 'string' },
  total: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  sponsored: { type: 'boolean', default: false },
  backtest: { type: 'boolean', default: false },
  format: { type: 'string', default: 'pretty' },
  lang: { type: 'string', default: 'en' },
} as const

const BACKTESTED = say(
  '--backtest scores views or interactions: of the others no post tells the outcome.',
  '--backtest 只检验 views 或 interactions：其他指标的结果无法从作品得知。',
)
const TOO_FEW = say('a back-test needs at least two accounts with three posts each.', '回测至少需要两个账号、每个三条作品。')
const tellMetrics = (said: string) => {
  const names = Object.keys(METRICS).join(', ')
  return say(`--metric is ${names}, not "${said}".`, `--metric 须为 ${names} 之一，而不是「${said}」。`)
}
const tellSilent = (silent: number, all: number) =>
  say(
    `${silent} of ${all} accounts have neither followers nor posts nor medians: no forecast.`,
    `${all} 个账号中有 ${silent} 个既无粉丝数、也无作品和中位数：不作预估。`,
  )

async function runForecast(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const { backtest, sponsored } = values
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw new UsageError(say('name one file of accounts, one JSON object per line.', '请写明一个账号文件，每行一个 JSON 对象。'))
  const asked = METRICS[values.metric]
  if (asked === undefined) throw new UsageError(tellMetrics(values.metric))
  const { of: metric, event } = asked
  if (backtest && event !== null) throw new UsageError(BACKTESTED)
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  const asOf = readDay(values['as-of'] ?? shanghaiDay(io.now()), '--as-of')
  const held = await readHeld(event, values, io)
  const { accounts, findings } = checkForecastAccounts(await readAccounts(path, io), { metric, asOf })
  for (const { id, kind, because } of findings) if (kind === 'duplicate') io.note(`kolibra forecast: ${id}: ${because[language]}\n`)
  const answer = (json: unknown, pretty: () => string) => (format === 'json' ? printJson(io, json) : io.out(pretty()))
  if (backtest) {
    const tested = backtestForecasts(accounts, { metric, asOf, seed: SEED })
    if (tested === null) {
      io.note(`kolibra forecast: ${TOO_FEW[language]}\n`)
      return 1
    }
    answer(tested, () => renderBacktest(tested, language))
    return 0
  }
  const cohorts = fitCohorts(accounts, { metric, asOf })
  const ofPosts = accounts.flatMap((account) => forecastAccount(account, cohorts, { metric, asOf, ...(sponsored && { sponsored }) }) ?? [])
  const silent = accounts.length - ofPosts.length
  if (silent > 0) io.note(`kolibra forecast: ${tellSilent(silent, accounts.length)[language]}\n`)
  const brought = bringEvents(event, ofPosts, { held, seed: SEED, wantsTotal: values.total })
  if ('missing' in brought) {
    io.note(`kolibra forecast: ${brought.missing[language]}\n`)
    return 1
  }
  const { forecasts, total } = brought
  answer({ forecasts, ...(total !== null && { total }), findings }, () => {
    const voice = { language, nameOf: nameBy(accounts) }
    return `${renderForecasts(forecasts, voice)}${total === null ? '' : renderTotal(total, language)}`
  })
  return 0
}

/** `kolibra forecast`: the next post of each account as a range, or a back-test of such ranges. */
export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'the next post of each account as a range; --backtest scores such ranges',
  help: HELP,
  run: runForecast,
}
