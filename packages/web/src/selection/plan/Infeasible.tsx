import { List, Text } from '@mantine/core'
import { nameConstraint, tellAmount } from '@kolibra/core/planning'
import type { PlanResult } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'

const NAMED = /^(mustHave|never)\.(.+)$/

interface InfeasibleProps {
  readonly infeasible: NonNullable<PlanResult['infeasible']>
  readonly nameOf: (id: string) => string
}

/** Which locks, minimums and limits clash, and the smallest change that helps. */
export function Infeasible({ infeasible, nameOf }: InfeasibleProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const tell = (constraint: string) => {
    const [, list = '', id = ''] = NAMED.exec(constraint) ?? []
    return read(nameConstraint(list === '' ? constraint : `${list}.${nameOf(id)}`))
  }
  return (
    <div className="problem" role="alert">
      <Text fw={600}>{t('plan.infeasible')}</Text>
      <List size="sm">
        {infeasible.clash.map((line) => (
          <List.Item key={line}>{tell(line)}</List.Item>
        ))}
        {infeasible.smallest.map(({ constraint, from, to }) => (
          <List.Item key={constraint}>
            {t('plan.smallest', {
              constraint: tell(constraint),
              from: read(tellAmount(constraint, from)),
              to: read(tellAmount(constraint, to)),
            })}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
