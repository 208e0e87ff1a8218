import { Popover } from '@mantine/core'
import { nameSource, type Metric } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact, formatIn, formatMoment, isUnitWritten } from '../ui/format-number.ts'

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

/** Over which time a number was counted: `30d` in words, anything else as its source says it. */
export function usePeriodText(): (period: string | null) => string | null {
  const { t } = useTranslation()
  return (period) => {
    const days = period?.match(/^(\d+)d$/)?.[1]
    return days === undefined ? period : t('passport.days', { days })
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
  const names = useNames()
  const { read } = useLanguage()
  const tellPeriod = usePeriodText()
  const understood: [string, string | null][] = [
    [t('passport.exact'), metric.value === null ? null : formatExact(metric.value)],
    [t('passport.unit'), `${names('unit', metric.unit)} (${t(`proof.${metric.proof}`)})`],
    [t('passport.source'), read(nameSource(metric.source))],
    [t('passport.observedAt'), formatMoment(metric.observedAt)],
    [t('passport.period'), tellPeriod(metric.period)],
    [t('passport.noteType'), metric.noteType && t(`noteType.${metric.noteType}`)],
    [t('passport.flow'), metric.flow && t(`flow.${metric.flow}`)],
  ]
  const printed: [string, string | null][] = [
    [t('passport.tab'), metric.tab],
    [t('passport.column'), metric.column],
    [t('passport.definition'), metric.definition],
    [t('passport.formula'), metric.formula],
    [t('passport.import'), metric.importId],
  ]
  return (
    <dl className="facts">
      {[...understood, ...printed].map(([name, value], index) => (
        <div key={name} className="facts-row">
          <dt>{name}</dt>
          <dd {...(index >= understood.length ? { 'data-raw': '' } : {})}>{value ?? t('passport.notSaid')}</dd>
        </div>
      ))}
    </dl>
  )
}
