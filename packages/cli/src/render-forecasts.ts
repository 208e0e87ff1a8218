import type { Backtest, BacktestScores, Forecast } from '@kolibra/core/planning'
import { formatCount, formatExact, formatShare, joinReasons, PLATFORM_NAMES_ZH, say, type Language } from '@kolibra/core/shared'
import { TIER_NAMES_EN, TIER_NAMES_ZH } from '@kolibra/core/creators'
import type { ForecastTotal } from './forecast-brought.ts'
import type { NameOf } from './name-accounts.ts'
import { renderTable } from './render-table.ts'

const right = { align: 'right' } as const

const WORDS = {
  nextPost: say('Next post', '下一条作品'),
  account: say('account', '账号'),
  posts: say('posts', '作品数'),
  unit: say('unit', '单位'),
  cohort: say('cohort', '同类账号'),
  views: say('views', '播放/阅读'),
  interactions: say('interactions', '互动量'),
  followers: say('followers', '粉丝'),
  clicks: say('clicks', '点击'),
  orders: say('orders', '订单'),
  range: say('range', '区间'),
  held: say('held', '实际覆盖'),
  interval: say('95 % interval', '95% 置信区间'),
  light: say('light', '信号灯'),
  green: say('green', '绿'),
  amber: say('amber', '黄'),
  red: say('red', '红'),
  naive: say('median of ten', '近十条中位数'),
  error: say('error, log scale', '误差（对数）'),
  forecast: say('forecast', '预估'),
  absolute: say('mean absolute', '平均绝对误差'),
  interval80: say('80 % interval score', '80% 区间得分'),
  ratio: say('forecast / median of ten (95 % interval), below 1 is better', '预估 / 近十条中位数（95% 置信区间），小于 1 更好'),
  platform: say('platform', '平台'),
  tier: say('tier', '层级'),
  creators: say('creators', '达人数'),
  held80: say('80 % range held', '80% 区间实际覆盖'),
  maeRatio: say('error / median of ten', '误差 / 近十条中位数'),
  unknown: say('unknown', '未知'),
}

function tell(word: string, language: Language): string {
  const known: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = WORDS
  return known[word]?.[language] ?? word
}

/** How forecasts are told: names of accounts, language of the reader. */
export interface ForecastVoice {
  readonly language: Language
  readonly nameOf: NameOf
}

/** Of more accounts than these the largest are shown; all of them stand in the JSON. */
const MOST_SHOWN = 20
/** Of more accounts than these each reason is told once, with how many it holds for. */
const MOST_REASONED = 8

/** Ranges for people: one line per account, the largest first where they are many, then why. */
export function renderForecasts(forecasts: readonly Forecast[], { language, nameOf }: ForecastVoice): string {
  const count = (value: number) => formatCount(Math.round(value), language)
  const columns = [
    { title: tell('account', language) },
    { title: tell('posts', language), ...right },
    { title: 'P10', ...right },
    { title: 'P50', ...right },
    { title: 'P90', ...right },
    { title: tell('unit', language) },
    { title: tell('cohort', language) },
  ]
  const shown = forecasts.length > MOST_SHOWN ? forecasts.toSorted((a, b) => b.p50 - a.p50).slice(0, MOST_SHOWN) : forecasts
  const rows = shown.map(({ id, posts, p10, p50, p90, unit, cohort, cohortZh }) => [
    nameOf(id),
    String(posts),
    count(p10),
    count(p50),
    count(p90),
    tell(unit, language),
    language === 'zh' ? (cohortZh ?? cohort) : cohort,
  ])
  const rest = say(
    `  … the ${MOST_SHOWN} with the largest middle of ${formatExact(forecasts.length)} accounts; --format json gives all.\n`,
    `  …… 共 ${formatExact(forecasts.length)} 个账号，仅列中位数最大的 ${MOST_SHOWN} 个；--format json 输出全部。\n`,
  )[language]
  const reasons = forecasts.length > MOST_REASONED ? tellShared(forecasts, language) : tellEach(forecasts, { language, nameOf })
  return `${tell('nextPost', language)}\n\n${renderTable(columns, rows)}${shown === forecasts ? '' : rest}\n${reasons}`
}

function tellEach(forecasts: readonly Forecast[], { language, nameOf }: ForecastVoice): string {
  const [colon, gap] = language === 'zh' ? ['：', ''] : [': ', ' ']
  const tellWhy = (forecast: Forecast) =>
    joinReasons(forecast)
      .map((line) => line[language])
      .join(gap)
  return forecasts.map((forecast) => `  ${nameOf(forecast.id)}${colon}${tellWhy(forecast)}\n`).join('')
}

/** Of many accounts: what is said of most of them, most often first. */
function tellShared(forecasts: readonly Forecast[], language: Language): string {
  const counts = new Map<string, number>()
  for (const forecast of forecasts)
    for (const line of joinReasons(forecast)) counts.set(line[language], (counts.get(line[language]) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_REASONED)
    .map(([line, n]) => say(`  ${n} of ${forecasts.length}: ${line}\n`, `  ${n}/${forecasts.length}：${line}\n`)[language])
    .join('')
}

/** The total of all accounts, drawn together. */
export function renderTotal({ accounts, p10, p50, p90 }: ForecastTotal, language: Language): string {
  const [low, middle, high] = [p10, p50, p90].map((value) => formatCount(Math.round(value), language))
  return say(
    `\nTotal of ${accounts}: P10 ${low}, P50 ${middle}, P90 ${high}; drawn together, P10s are never added.\n`,
    `\n${accounts} 个账号合计：P10 ${low}，P50 ${middle}，P90 ${high}；联合模拟所得，P10 不可相加。\n`,
  )[language]
}

/** A back-test for people: did the ranges hold, and were they better than the plain median of the last ten. */
export function renderBacktest(
  { metric, creators, light: worst, because, model, naive, ratios, groups }: Backtest,
  language: Language,
): string {
  const share = (value: number | null) => formatShare(value, language)
  const coverage = renderTable(
    [
      { title: tell('range', language) },
      { title: tell('held', language), ...right },
      { title: tell('interval', language), ...right },
      { title: tell('light', language) },
      { title: tell('naive', language), ...right },
    ],
    model.coverage.map(({ nominal, observed, low, high, light }, at) => [
      share(nominal),
      share(observed),
      `${share(low)}–${share(high)}`,
      tell(light, language),
      share(naive.coverage[at]?.observed ?? null),
    ]),
  )
  const line = (name: string, pick: (scores: BacktestScores) => number) => [name, pick(model).toFixed(4), pick(naive).toFixed(4)]
  const errors = renderTable(
    [{ title: tell('error', language) }, { title: tell('forecast', language), ...right }, { title: tell('naive', language), ...right }],
    [
      line(tell('absolute', language), ({ mae }) => mae),
      ...model.pinball.map(({ tau }, at) => line(`pinball ${tau}`, ({ pinball }) => pinball[at]?.loss ?? Number.NaN)),
      line('CRPS', ({ crps }) => crps),
      line(tell('interval80', language), ({ interval80 }) => interval80),
    ],
  )
  const against = ({ value, low, high }: Backtest['ratios']['mae']) => `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`
  const beside = renderTable(
    [{ title: tell('ratio', language) }, { title: '', ...right }],
    [
      [tell('absolute', language), against(ratios.mae)],
      [tell('interval80', language), against(ratios.interval80)],
    ],
  )
  const head = say(
    `Back-test of ${metric}: the newest post of ${creators} creators hidden and forecast`,
    `${tell(metric, 'zh')}回测：隐藏 ${creators} 位达人最新一条作品并预估`,
  )
  return `${head[language]}${language === 'zh' ? '，信号灯：' : '; light: '}${tell(worst, language)}\n${because.map((why) => `  ${why[language]}\n`).join('')}\n${coverage}\n${errors}\n${beside}\n${renderGroups(groups, language)}`
}

/** Where the ranges hold and where they do not: platform by tier. */
function renderGroups(groups: Backtest['groups'], language: Language): string {
  const share = (value: number) => formatShare(value, language)
  const [platforms, tiers]: Readonly<Record<string, string>>[] =
    language === 'zh' ? [PLATFORM_NAMES_ZH, TIER_NAMES_ZH] : [{}, TIER_NAMES_EN]
  return renderTable(
    [
      { title: tell('platform', language) },
      { title: tell('tier', language) },
      { title: tell('creators', language), ...right },
      { title: tell('held80', language), ...right },
      { title: tell('interval', language), ...right },
      { title: tell('light', language) },
      { title: tell('maeRatio', language), ...right },
    ],
    groups.map(({ platform, tier, creators, coverage80: { observed, low, high, light }, maeRatio }) => [
      platforms?.[platform] ?? platform,
      tiers?.[tier] ?? tell(tier, language),
      String(creators),
      share(observed),
      `${share(low)}–${share(high)}`,
      tell(light, language),
      maeRatio.toFixed(3),
    ]),
  )
}
