import { firstUnseenDay } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'

/** So many days of a file are named; the rest are mistaken in the same way. */
const NAMED = 10

/** Refuses `request.invalid` for days that have not come in Shanghai: nobody has counted them, whoever wrote them down. */
export function refuseComingDays(ctx: Context, days: readonly string[]): void {
  refuseDays(
    'day',
    days.filter((day) => day > ctx.today),
  )
}

/** The same of the day on which a person says that a file's numbers were seen; like a cell of it, by the clock of any zone. */
export function refuseUnseenDay(ctx: Context, day: string | null | undefined): void {
  refuseDays('observedOn', day !== null && day !== undefined && day >= firstUnseenDay(ctx.today) ? [day] : [])
}

function refuseDays(field: string, days: readonly string[]): void {
  const coming = [...new Set(days)].toSorted()
  if (coming.length === 0) return
  const fields = coming.slice(0, NAMED).map((day) => ({ field, problem: `${day} lies in the future`, problemZh: `${day} 尚未到来` }))
  throw new RequestError('request.invalid', { fields })
}
