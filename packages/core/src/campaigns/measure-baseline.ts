import { addDays, daysBetween, HOLIDAYS_KNOWN_TO, listHolidays, say, type Localized } from '../shared/index.ts'

/** The number of one Shanghai day, in the unit of its series. */
export interface DayValue {
  readonly day: string
  readonly value: number
}

/** What a series leads to expect without a campaign. `value` null: too little is known; `because` says what was found and what lacks. */
export interface Baseline {
  /** Over the days of the KPI: the sum of a flow, the change of a stock, the mean of a level. */
  readonly value: number | null
  readonly perDay: number | null
  /** Days of the last 28 that carry a number. */
  readonly n: number
  readonly from: string
  readonly to: string
  readonly because: readonly Localized[]
}

/** A series, and the days it is looked at for. */
export interface BaselineRequest {
  readonly kind: 'stock' | 'flow' | 'level'
  /** In any order, of one or several subjects already added up; one number a day. */
  readonly days: readonly DayValue[]
  /** The last day that may be looked at; the 28 days end with it. */
  readonly lastDay: string
  /** The days of the KPI: from the start of the campaign to the deadline. */
  readonly span: { readonly from: string; readonly to: string }
}

/** Days looked back: four whole weeks, so that each weekday counts alike. */
export const BASELINE_DAYS = 28

/** Under a week no weekday can be told from another [A]. */
export const LEAST_DAYS = 7

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const isWeekend = (weekday: number) => weekday === 0 || weekday === 6
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const listDays = (from: string, to: string) => Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at))

/** What each day added to a stock; over a gap its change is spread evenly, so that nothing is lost or counted twice. */
function changesOf(days: readonly DayValue[]): DayValue[] {
  return days.slice(1).flatMap(({ day, value }, at) => {
    const before = days[at]
    if (before === undefined) return []
    const gap = daysBetween(before.day, day)
    return listDays(addDays(before.day, 1), day).map((each) => ({ day: each, value: (value - before.value) / gap }))
  })
}

/** The mean of each weekday; one without a number takes that of its like (Monday to Friday, weekend), else that of all. */
function weekdayMeans(days: readonly DayValue[]): number[] {
  const pick = (isWanted: (weekday: number) => boolean) => days.filter(({ day }) => isWanted(weekdayOf(day))).map(({ value }) => value)
  return WEEKDAYS.map((weekday) => {
    const own = pick((each) => each === weekday)
    if (own.length > 0) return meanOf(own)
    const alike = pick((each) => isWeekend(each) === isWeekend(weekday))
    return meanOf(alike.length > 0 ? alike : days.map(({ value }) => value))
  })
}

function tellSpan(n: number, from: string, to: string): Localized[] {
  const missing = BASELINE_DAYS - n
  const holidays = listHolidays(from, to)
  return [
    say(
      `n = ${n} of ${BASELINE_DAYS} days, ${from} to ${to}, weekdays weighted alike`,
      `n = ${n}/${BASELINE_DAYS} 天，${from} 至 ${to}，按星期加权`,
    ),
    ...(missing > 0 ? [say(`${missing} of the days carry no number`, `其中 ${missing} 天没有数据`)] : []),
    ...holidays.map(({ name, days }) => say(`${days} of them fall on ${name.en}`, `其中 ${days} 天为${name.zh}假期`)),
    ...(to > HOLIDAYS_KNOWN_TO
      ? [say(`holidays after ${HOLIDAYS_KNOWN_TO} are not in the table`, `${HOLIDAYS_KNOWN_TO} 之后的假期尚未收录`)]
      : []),
  ]
}

/**
 * The baseline of a KPI: the last 28 days of its series, weekday by weekday, carried over the days of the KPI. A number that is none, and
 * a day given twice, are left out and named; gaps, short series and holidays are named too. Unknown under 7 days.
 */
export function measureBaseline({ kind, days, lastDay, span }: BaselineRequest): Baseline {
  const from = addDays(lastDay, 1 - BASELINE_DAYS)
  // A stock's first change needs the height of the day before.
  const first = kind === 'stock' ? addDays(from, -1) : from
  const inTime = days.filter(({ day }) => day >= first && day <= lastDay)
  const sound = inTime.filter(({ value }) => Number.isFinite(value))
  const twice = sound.filter(({ day }, at) => sound.findIndex((other) => other.day === day) !== at)
  const known = sound.filter((each) => !twice.includes(each)).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const n = known.filter(({ day }) => day >= from).length
  const faults = [
    ...(sound.length < inTime.length
      ? [
          say(
            `${inTime.length - sound.length} values are no numbers and were left out`,
            `${inTime.length - sound.length} 个值不是数字，已剔除`,
          ),
        ]
      : []),
    ...(twice.length > 0 ? [say(`${twice.length} days were given twice; the first counts`, `${twice.length} 天重复，以第一个为准`)] : []),
  ]
  const because = [...tellSpan(n, from, lastDay), ...faults]
  const used = kind === 'stock' ? changesOf(known) : known
  if (n < LEAST_DAYS || used.length === 0) {
    const tooFew = say(`fewer than ${LEAST_DAYS} days say nothing about a usual week`, `不足 ${LEAST_DAYS} 天，无法判断平常的一周`)
    return { value: null, perDay: null, n, from, to: lastDay, because: [...because, tooFew] }
  }
  const means = weekdayMeans(used)
  const expected = listDays(span.from, span.to).map((day) => means[weekdayOf(day)] ?? 0)
  const perDay = meanOf(means)
  const value = kind === 'level' ? perDay : expected.reduce((sum, each) => sum + each, 0)
  return { value, perDay, n, from, to: lastDay, because }
}
