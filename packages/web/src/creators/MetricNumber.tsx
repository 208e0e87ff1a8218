import type { Metric } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatIn, isUnitWritten } from '../ui/format-number.ts'
import { HoverPassport } from '../ui/HoverPassport.tsx'
import { usePassportRows } from './use-passport-rows.ts'

/** How a number is written: the value, or the range as the source printed it; null when the source left it empty. */
export function useMetricText(): (metric: Pick<Metric, 'value' | 'low' | 'high' | 'unit'>) => string | null {
  const { language } = useLanguage()
  return ({ value, low, high, unit }) => {
    if (value !== null) return formatIn(unit, value, language)
    if (low === null && high === null) return null
    const edge = (side: number | null) => (side === null ? '…' : formatIn(unit, side, language))
    return `${edge(low)}–${edge(high)}`
  }
}

/** The unit beside a number, where the number does not say it. */
export function MetricUnit({ unit }: { unit: string }) {
  const names = useNames()
  return isUnitWritten(unit) ? null : <span className="grid-unit-inline">{names('unit', unit)}</span>
}

/** One number. Pointing at it, focusing or tapping it opens its passport; Escape or leaving closes it. */
export function MetricNumber({ metric }: { metric: Metric }) {
  const { t } = useTranslation()
  const names = useNames()
  const tell = useMetricText()
  const text = tell(metric)
  return (
    <HoverPassport label={names('metric', metric.name)} spoken={text ?? t('ui.unknown')} shown={text ?? '–'}>
      <Passport metric={metric} />
    </HoverPassport>
  )
}

function Passport({ metric }: { metric: Metric }) {
  const { t } = useTranslation()
  const listRows = usePassportRows()
  return (
    <dl className="facts">
      {listRows(metric).map(({ name, value, isPrinted }) => (
        <div key={name} className="facts-row">
          <dt>{name}</dt>
          <dd {...(isPrinted ? { 'data-raw': '' } : {})}>{value ?? t('passport.notSaid')}</dd>
        </div>
      ))}
    </dl>
  )
}
