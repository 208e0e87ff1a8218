import { Popover } from '@mantine/core'
import type { Metric } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatIn, isUnitWritten } from '../ui/format-number.ts'
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
  const [isOpen, setOpen] = useState(false)
  const text = tell(metric)
  const said = text ?? t('ui.unknown')
  return (
    <Popover opened={isOpen} onChange={setOpen} withArrow width={340} position="bottom" trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className="report-number"
          aria-label={`${names('metric', metric.name)}: ${said}. ${t('passport.open')}`}
          onMouseEnter={() => setOpen(true)}
          onMouseLeave={() => setOpen(false)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onClick={() => setOpen(true)}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          {text ?? '–'}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Passport metric={metric} />
      </Popover.Dropdown>
    </Popover>
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
