import { Text } from '@mantine/core'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { SecondCurrencyContext } from './use-money.ts'

/** By which rate the second currency is shown, of which day and from where. */
export function RateNote() {
  const { t } = useTranslation()
  const second = useContext(SecondCurrencyContext)
  if (second === null) return null
  const { code, ratePerCny, on, source } = second
  return (
    <Text size="xs" c="dimmed" data-testid="rate-note">
      {t('money.rate', { code, rate: ratePerCny, on, source })}
    </Text>
  )
}
