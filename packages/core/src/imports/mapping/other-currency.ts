import type { MappedColumn, MappedTarget } from './mapping-schema.ts'

// Codes stand alone (`Fee EUR`, `fee_usd`) or end a joined word (`feeEUR`, `priceUsd`): "europe" and "neuro" name no money.
const ALONE = /(?<![a-z])(?:eur|euros?|usd|chf|hkd|gbp|jpy)(?![a-z])/i
const JOINED = /[a-z](?:EUR|USD|CHF|HKD|GBP|JPY|Eur|Euro|Usd|Chf|Hkd|Gbp|Jpy)(?![A-Za-z])/
const SIGN = /[€$£]|欧元|美元|美金|港币|港元|瑞郎|瑞士法郎|日元|日圆|英镑/

/** Whether a header says that its sums are in another currency than yuan. */
export function namesOtherCurrency(header: string): boolean {
  const name = header.normalize('NFKC')
  return ALONE.test(name) || JOINED.test(name) || SIGN.test(name)
}

const isMoney = (target: MappedTarget): boolean =>
  target.to === 'quote' || target.to === 'gmvRange' || (target.to === 'metric' && /cny|rmb|yuan|fen|元|分/i.test(target.unit))

/** Headers that a mapping takes for yuan although they name another currency. No rate is known, so none is applied. */
export function listOtherCurrencies(columns: readonly MappedColumn[]): string[] {
  return columns.filter(({ header, target }) => isMoney(target) && namesOtherCurrency(header)).map(({ header }) => header)
}
