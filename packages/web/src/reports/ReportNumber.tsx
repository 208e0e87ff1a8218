import { Popover } from '@mantine/core'
import type { ReportedNumber } from '@kolibra/core/reports'
import type { Localized } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact, formatIn, formatMoment } from '../ui/format-number.ts'

function tellCaveat({ because, becauseZh }: ReportedNumber): Localized[] {
  return because === null ? [] : [{ en: because, zh: becauseZh ?? because }]
}

/** A number of the report; a click opens its passport. Unknown is a dash that opens its reason. */
export function ReportNumber({ number }: { number: ReportedNumber }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const names = useNames()
  const shown = number.value === null ? '–' : formatIn(number.unit, number.value, language)
  const rows: [string, string][] = [
    [t('passport.exact'), number.value === null ? t('ui.unknown') : formatExact(number.value)],
    [t('passport.unit'), names('unit', number.unit)],
    [t('passport.source'), read({ en: number.source, zh: number.sourceZh ?? number.source })],
    [t('passport.formula'), read({ en: number.formula, zh: number.formulaZh ?? number.formula })],
    [t('passport.observedAt'), formatMoment(number.asOf) ?? number.asOf],
    ...tellCaveat(number).map((caveat): [string, string] => [t('passport.because'), read(caveat)]),
  ]
  return (
    <Popover withArrow width={340} position="bottom-end">
      <Popover.Target>
        <button
          type="button"
          className="report-number"
          aria-label={`${read(number.label)}: ${number.value === null ? t('ui.unknown') : shown}. ${t('passport.open')}`}
        >
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name} className="facts-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  )
}
