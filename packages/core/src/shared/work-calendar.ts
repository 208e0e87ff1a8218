import { addDays } from './day.ts'
import { HOLIDAYS, HOLIDAYS_KNOWN_TO, MAKE_UP_DAYS } from './holiday-table.ts'

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Whether offices in China work on a Shanghai day (工作日): Monday to Friday, without public holidays, with the days that are worked instead (调休). */
export function isWorkingDay(day: string): boolean {
  if (MAKE_UP_DAYS.includes(day)) return true
  return !isWeekend(day) && !HOLIDAYS.some(({ from, to }) => from <= day && day <= to)
}

/** The day on which `count` working days after `day` have passed; `isCertain` is false where the holidays of the span are not published yet and Monday to Friday was counted. */
export function addWorkingDays(day: string, count: number): { day: string; isCertain: boolean } {
  let at = day
  for (let passed = 0; passed < count;) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) passed += 1
  }
  return { day: at, isCertain: at <= HOLIDAYS_KNOWN_TO }
}
