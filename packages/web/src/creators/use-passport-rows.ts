import { nameDefinition, nameSource, type Metric } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact, formatMoment } from '../ui/format-number.ts'

/** One line of a passport; null: the source does not say. `isPrinted`: in the words of the file. */
export interface PassportRow {
  readonly name: string
  readonly value: string | null
  readonly isPrinted: boolean
}

/** Over which time a number was counted: `30d` in words, anything else as its source says it. */
export function usePeriodText(): (period: string | null) => string | null {
  const { t } = useTranslation()
  return (period) => {
    const days = period?.match(/^(\d+)d$/)?.[1]
    return days === undefined ? period : t('passport.days', { days })
  }
}

/** Everything that says what a number is and where it comes from, in one order wherever it is shown. */
export function usePassportRows(): (metric: Metric) => PassportRow[] {
  const { t } = useTranslation()
  const names = useNames()
  const { read } = useLanguage()
  const tellPeriod = usePeriodText()
  return (metric) => {
    const understood: [string, string | null][] = [
      [t('passport.exact'), metric.value === null ? null : formatExact(metric.value)],
      [t('passport.unit'), `${names('unit', metric.unit)} (${t(`proof.${metric.proof}`)})`],
      [t('passport.source'), read(nameSource(metric.source))],
      [t('passport.observedAt'), formatMoment(metric.observedAt)],
      [t('passport.period'), tellPeriod(metric.period)],
      [t('passport.noteType'), metric.noteType && t(`noteType.${metric.noteType}`)],
      [t('passport.flow'), metric.flow && t(`flow.${metric.flow}`)],
      [t('passport.definition'), metric.definition === null ? null : read(nameDefinition(metric.definition))],
    ]
    const printed: [string, string | null][] = [
      [t('passport.tab'), metric.tab],
      [t('passport.column'), metric.column],
      [t('passport.formula'), metric.formula],
      [t('passport.import'), metric.importId],
    ]
    return [
      ...understood.map(([name, value]) => ({ name, value, isPrinted: false })),
      ...printed.map(([name, value]) => ({ name, value, isPrinted: true })),
    ]
  }
}
