import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { HoverPassport } from '../../ui/HoverPassport.tsx'

/** Lines of a passport: name and what it says. */
export type PassportLines = readonly (readonly [string, string])[]

interface PlanNumberProps {
  readonly label: string
  readonly text: string
  readonly lines: PassportLines
}

/** A number of the plan with its passport. */
export function PlanNumber({ label, text, lines }: PlanNumberProps) {
  return (
    <HoverPassport label={label} spoken={text} shown={text}>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </HoverPassport>
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
