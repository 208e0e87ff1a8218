import { List, Text } from '@mantine/core'
import { nameConstraint, tellAmount } from '@kolibra/core/planning'
import type { PlanResult } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'

/** Which constraints clash, and the smallest change that helps. */
export function Infeasible({ infeasible }: { infeasible: NonNullable<PlanResult['infeasible']> }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <div className="problem" role="alert">
      <Text fw={600}>{t('plan.infeasible')}</Text>
      <List size="sm">
        {infeasible.clash.map((line) => (
          <List.Item key={line}>{read(nameConstraint(line))}</List.Item>
        ))}
        {infeasible.smallest.map(({ constraint, from, to }) => (
          <List.Item key={constraint}>
            {t('plan.smallest', {
              constraint: read(nameConstraint(constraint)),
              from: read(tellAmount(constraint, from)),
              to: read(tellAmount(constraint, to)),
            })}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
