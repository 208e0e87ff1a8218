import type { Account } from '@kolibra/core/creators'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'

const DAY_MS = 86_400_000

/** The newest moment at which anything of an account was seen; null when no source says. */
export function newestOf({ metrics, quotes, posts }: Pick<Account, 'metrics' | 'quotes' | 'posts'>): string | null {
  const moments = [...metrics, ...quotes, ...posts].flatMap(({ observedAt }) => observedAt ?? [])
  return moments.toSorted().at(-1) ?? null
}

/** The Shanghai day of a moment and how many days ago that is; what is no moment is as it is printed. */
export function tellAge(moment: string, nowMs: number): { readonly day: string; readonly days: number } | null {
  const epochMs = Date.parse(moment)
  if (Number.isNaN(epochMs)) return null
  const day = /^\d{4}-\d{2}-\d{2}$/.test(moment) ? moment : shanghaiDayAfter(epochMs, 0)
  const today = shanghaiDayAfter(nowMs, 0)
  return { day, days: Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS)) }
}
