import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'

/** Lines of a passport: name and what it says. */
export type PassportLines = readonly (readonly [string, string])[]

interface PlanNumberProps {
  readonly label: string
  readonly text: string
  readonly lines: PassportLines
}

/** A number of the plan. Pointing at it, focusing or tapping it opens its passport; Escape or leaving closes it. */
export function PlanNumber({ label, text, lines }: PlanNumberProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} withArrow width={320} position="bottom" trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className="report-number"
          aria-label={`${label}: ${text}. ${t('passport.open')}`}
          onMouseEnter={() => setOpen(true)}
          onMouseLeave={() => setOpen(false)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onClick={() => setOpen(true)}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          {text}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className="facts">
          {lines.map(([name, value]) => (
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

/** What every number of a version has in common: which version, when, and by which formula. */
export function usePlanPassport({ version, createdAt }: { version: number; createdAt: string }) {
  const { t } = useTranslation()
  return (unit: string, formula: string, ...more: PassportLines): PassportLines => [
    [t('passport.unit'), unit],
    [t('passport.source'), t('planPage.ofVersion', { version })],
    [t('passport.observedAt'), formatMoment(createdAt) ?? ''],
    [t('passport.formula'), formula],
    ...more,
  ]
}
