import { createContext, useContext } from 'react'
import { tellSecond, type SecondCurrency } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../ui/format-number.ts'

/** The second currency of the campaign that a page is about; null shows CNY alone. */
export const SecondCurrencyContext = createContext<SecondCurrency | null>(null)

/** Writes a sum (fen) in CNY and, where the campaign has one, in its second currency beside it. */
export function useMoney(): (amountFen: number) => string {
  const { t } = useTranslation()
  const second = useContext(SecondCurrencyContext)
  return (amountFen) =>
    second === null ? formatFen(amountFen) : t('money.both', { yuan: formatFen(amountFen), second: tellSecond(amountFen, second) })
}
