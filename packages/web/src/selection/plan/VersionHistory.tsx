import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatExact, formatFen, formatMoment } from '../../ui/format-number.ts'
import { useVersionName } from './ScenarioCompare.tsx'
import type { PlanHead } from './use-plan-versions.ts'

interface VersionHistoryProps {
  readonly heads: readonly PlanHead[]
  readonly shownId: string
  readonly adoptedId: string | null
  readonly nameOf: (id: string) => string
  readonly onShow: (id: string) => void
}

/** Every version: who made it, when, why and from which; one is the plan. */
export function VersionHistory({ heads, shownId, adoptedId, nameOf, onShow }: VersionHistoryProps) {
  const { t } = useTranslation()
  const label = useVersionName()
  const versionOf = new Map(heads.map((head) => [head.id, head.version]))
  return (
    <ol className="plan-history" data-testid="plan-history">
      {heads.map((head) => {
        const from = head.madeFrom === null ? undefined : versionOf.get(head.madeFrom)
        const why = t(`planCause.${head.cause}`, { name: head.causeCreatorId === null ? '' : nameOf(head.causeCreatorId) })
        return (
          <li key={head.id}>
            <Button
              size="compact-sm"
              variant={head.id === shownId ? 'filled' : 'default'}
              aria-pressed={head.id === shownId}
              onClick={() => onShow(head.id)}
            >
              {label(head)}
            </Button>
            {head.id === adoptedId && (
              <span className="chip state-passed">
                <span aria-hidden>✓</span> {t('planPage.isThePlan')}
              </span>
            )}
            <Text size="sm" component="span">
              {why}
              {from !== undefined && ` · ${t('planPage.madeFrom', { version: from })}`} ·{' '}
              {head.isFeasible
                ? t('planPage.headNumbers', { n: formatExact(head.creators), cost: formatFen(head.costFen) })
                : t('planPage.notFeasible')}
            </Text>
            <Text size="xs" c="dimmed" component="span">
              {formatMoment(head.createdAt)} {head.createdBy}
            </Text>
          </li>
        )
      })}
    </ol>
  )
}
