import { parseArgs } from 'node:util'
import {
  backtestForecasts,
  checkForecastAccounts,
  fitCohorts,
  FORECAST_METRICS,
  forecastAccount,
  forecastPaidPost,
  type ForecastMetric,
} from '@kolibra/core/planning'
import { shanghaiDay } from '@kolibra/core/shared'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { nameBy } from '../name-accounts.ts'
import { readAccounts } from '../read-accounts.ts'
import { readDay } from '../read-day.ts'
import { readLanguage } from '../read-language.ts'
import { renderBacktest, renderForecasts } from '../render-forecasts.ts'

const HELP = `kolibra forecast ACCOUNTS.jsonl [--metric views|interactions] [--as-of DAY] [--sponsored] [--backtest] [--format pretty|json] [--lang en|zh]

  Forecasts the next post of each account as a range.

  --metric     views (default) or interactions
  --as-of DAY  the day of the forecast (Shanghai); today by default
  --sponsored  the next post is a sponsored one: from everyday posts and what sponsoring changes
  --backtest   hides the newest post of each account and scores the forecast of it,
               beside the same for the plain median of the last ten
  --format     pretty (default) or json
  --lang       en (default) or zh, for pretty; json carries both

Example:
  npx kolibra forecast examples/accounts.jsonl

Exit codes: 0 done, 1 too few posts for a back-test, 2 unreadable input.
`

/** The back-test resamples creators; the same seed gives the same interval. */
const SEED = 1

const isMetric = (name: string): name is ForecastMetric => FORECAST_METRICS.some((metric) => metric === name)

async function runForecast(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      metric: { type: 'string', default: 'views' },
      'as-of': { type: 'string' },
      sponsored: { type: 'boolean', default: false },
      backtest: { type: 'boolean', default: false },
      format: { type: 'string', default: 'pretty' },
      lang: { type: 'string', default: 'en' },
    },
  })
  const { metric, backtest, sponsored } = values
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('name one file of accounts, one JSON object per line.')
  if (!isMetric(metric)) throw new UsageError(`--metric is ${FORECAST_METRICS.join(' or ')}, not "${metric}".`)
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  const asOf = readDay(values['as-of'] ?? shanghaiDay(io.now()), '--as-of')
  const { accounts, findings } = checkForecastAccounts(await readAccounts(path, io), { metric, asOf })
  for (const { id, kind, because } of findings) if (kind === 'duplicate') io.note(`kolibra forecast: ${id}: ${because.en}\n`)
  const say = (json: unknown, pretty: () => string) => (format === 'json' ? printJson(io, json) : io.out(pretty()))
  if (backtest) {
    const tested = backtestForecasts(accounts, { metric, asOf, seed: SEED })
    if (tested === null) {
      io.note('kolibra forecast: a back-test needs at least two accounts with three posts each.\n')
      return 1
    }
    say(tested, () => renderBacktest(tested, language))
    return 0
  }
  const cohorts = fitCohorts(accounts, { metric, asOf })
  const forecast = sponsored ? forecastPaidPost : forecastAccount
  const forecasts = accounts.flatMap((account) => forecast(account, cohorts, { metric, asOf }) ?? [])
  const silent = accounts.length - forecasts.length
  if (silent > 0)
    io.note(`kolibra forecast: ${silent} of ${accounts.length} accounts have neither followers nor posts nor medians: no forecast.\n`)
  say({ forecasts, findings }, () => renderForecasts(forecasts, { language, nameOf: nameBy(accounts) }))
  return 0
}

/** `kolibra forecast`: the next post of each account as a range, or a back-test of such ranges. */
export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'the next post of each account as a range; --backtest scores such ranges',
  help: HELP,
  run: runForecast,
}
