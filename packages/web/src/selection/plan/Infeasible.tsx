import { List, Text } from '@mantine/core'
import { tellInfeasible, type PlanResult } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'

interface InfeasibleProps {
  readonly plan: PlanResult
  readonly nameOf: (id: string) => string
}

/** Why there is no plan: which must-haves are barred and why, which limits clash, and the smallest change that helps. */
export function Infeasible({ plan, nameOf }: InfeasibleProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <div className="problem" role="alert">
      <Text fw={600}>{t('plan.infeasible')}</Text>
      <List size="sm">
        {tellInfeasible(plan, nameOf).map((line) => (
          <List.Item key={line.en}>{read(line)}</List.Item>
        ))}
      </List>
    </div>
  )
}

/** Must-haves that clash are not chosen, and yet are named. */
export const listClashing = ({ infeasible }: PlanResult): string[] => [
  ...(infeasible?.barred ?? []).map(({ id }) => id),
  ...(infeasible?.clash ?? []).flatMap((name) => (name.startsWith('mustHave.') ? [name.slice('mustHave.'.length)] : [])),
]
