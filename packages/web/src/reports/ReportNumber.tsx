import type { ReportedNumber } from '@kolibra/core/reports'
import type { Localized } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { useMoney } from '../campaigns/use-money.ts'
import { formatExact, formatIn, formatMoment } from '../ui/format-number.ts'
import { PassportNumber } from '../ui/PassportNumber.tsx'

function tellCaveat({ because, becauseZh }: ReportedNumber): Localized[] {
  return because === null ? [] : [{ en: because, zh: becauseZh ?? because }]
}

/** A number of the report; a click opens its passport. Unknown is a dash that opens its reason. */
export function ReportNumber({ number }: { number: ReportedNumber }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const names = useNames()
  const tellMoney = useMoney()
  const shown =
    number.value === null ? '–' : number.unit === 'fen' ? tellMoney(number.value) : formatIn(number.unit, number.value, language)
  const rows: [string, string][] = [
    [t('passport.exact'), number.value === null ? t('ui.unknown') : formatExact(number.value)],
    [t('passport.unit'), names('unit', number.unit)],
    [t('passport.source'), read({ en: number.source, zh: number.sourceZh ?? number.source })],
    [t('passport.formula'), read({ en: number.formula, zh: number.formulaZh ?? number.formula })],
    [t('passport.observedAt'), formatMoment(number.asOf) ?? number.asOf],
    ...tellCaveat(number).map((caveat): [string, string] => [t('passport.because'), read(caveat)]),
  ]
  return <PassportNumber label={read(number.label)} shown={shown} spoken={number.value === null ? t('ui.unknown') : shown} rows={rows} />
}
