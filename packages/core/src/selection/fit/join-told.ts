import { say, type Localized } from '../../shared/index.ts'

/** Several findings as one sentence in each language. */
export function joinTold(told: readonly Localized[]): Localized {
  const en = told.map((one) => one.en).join('; ')
  return say(`${en.slice(0, 1).toUpperCase()}${en.slice(1)}.`, `${told.map((one) => one.zh).join('；')}。`)
}
