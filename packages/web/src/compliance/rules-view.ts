import { asPlatform } from '../ui/choices.ts'

/** What the address of the rules page holds. */
export interface RulesView {
  readonly q?: string
  readonly platform?: string
  readonly at?: string
  readonly rule?: string
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Reads the address; what does not fit is dropped, so an old link still opens. */
export function readRulesView(search: Record<string, unknown>): RulesView {
  const platform = isText(search['platform']) ? asPlatform(search['platform']) : null
  return {
    ...(isText(search['q']) ? { q: search['q'] } : {}),
    ...(platform ? { platform } : {}),
    ...(isDay(search['at']) ? { at: search['at'] } : {}),
    ...(isText(search['rule']) ? { rule: search['rule'] } : {}),
  }
}
