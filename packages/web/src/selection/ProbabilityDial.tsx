import { Text } from '@mantine/core'
import type { PlanResult } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { Dial } from '../ui/Dial.tsx'
import { formatIn, formatMoment, formatShare } from '../ui/format-number.ts'
import { PassportNumber } from '../ui/PassportNumber.tsx'
import { RangeBar } from '../ui/RangeBar.tsx'
import { AssumedChip } from './KpiBasis.tsx'

const MARKS = [
  { at: 0.5, text: '50%' },
  { at: 0.8, text: '80%' },
] as const
const ROOM = 1.1

interface ProbabilityDialProps {
  readonly kpi: PlanResult['kpis'][number]
  readonly plannedAt: string
}

/** How likely one target is with the planned mix: the dial, then the three levels and the target on one scale. */
export function ProbabilityDial({ kpi, plannedAt }: ProbabilityDialProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const { name, unit, p10, p50, p90, target, pTarget } = kpi
  const format = (value: number) => formatIn(unit, value, language)
  const title = names('kpi', name)
  const shown = pTarget === null ? t('ui.unknown') : formatShare(pTarget)
  const sentence = t('goalPage.dialSays', { kpi: title, share: shown, target: target === null ? t('ui.unknown') : format(target) })
  const levels = [
    ['P10', 'commit', p10],
    ['P50', 'plan', p50],
    ['P90', 'stretch', p90],
  ] as const
  return (
    <figure className="dial-card" data-testid={`dial-${name}`}>
      <figcaption>
        <Text fw={600} component="span">
          {title} <AssumedChip kpi={kpi} />
        </Text>
      </figcaption>
      <Dial share={pTarget} shown={shown} label={sentence} marks={MARKS} />
      <RangeBar p10={p10} p50={p50} p90={p90} unit={unit} target={target} top={Math.max(p90, target ?? 0) * ROOM} label={false} />
      <dl className="facts">
        {levels.map(([level, word, value]) => (
          <div key={level} className="facts-row">
            <dt>
              {t(`plan.${word}`)} {level}
            </dt>
            <dd className="number">
              <PassportNumber
                label={`${title} ${level}`}
                shown={format(value)}
                rows={[
                  [t('passport.unit'), names('unit', unit)],
                  [t('passport.source'), t('plan.source', { at: formatMoment(plannedAt) ?? '' })],
                  [t('passport.formula'), t('goalPage.quantile', { level })],
                ]}
              />
            </dd>
          </div>
        ))}
        <div className="facts-row">
          <dt>{t('kpiField.target')}</dt>
          <dd className="number">{target === null ? '–' : format(target)}</dd>
        </div>
      </dl>
    </figure>
  )
}
