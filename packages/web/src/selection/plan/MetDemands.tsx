import { nameConstraint, tellAmount } from '@kolibra/core/planning'
import type { PlanResult } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'

/** What was demanded of the plan, and what it brings. */
export function MetDemands({ met = [] }: Pick<PlanResult, 'met'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (met.length === 0) return null
  return (
    <ul className="plan-met" data-testid="met">
      {met.map(({ constraint, asked, reached }) => {
        const isMet = reached >= asked - 1e-9 * Math.max(1, asked)
        return (
          <li key={constraint}>
            <span className={`chip ${isMet ? 'state-passed' : 'state-blocked'}`}>
              <span aria-hidden>{isMet ? '✓' : '✕'}</span> {t(isMet ? 'planPage.met' : 'planPage.notMet')}
            </span>{' '}
            {t('planPage.metFigures', {
              name: read(nameConstraint(constraint)),
              reached: read(tellAmount(constraint, constraint === 'chance' ? reached : Math.round(reached))),
              asked: read(tellAmount(constraint, asked)),
            })}
          </li>
        )
      })}
    </ul>
  )
}
