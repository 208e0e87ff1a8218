import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { readSide, TASK_SIDES, type TaskSide } from './tasks-view.ts'
import { TurnItem } from './TurnItem.tsx'
import { useTurns, type ShownTurn } from './use-turns.ts'

const route = getRouteApi('/tasks')

const IS_OF: Readonly<Record<TaskSide, (turn: ShownTurn) => boolean>> = {
  desk: ({ whose }) => whose === 'desk',
  creators: ({ whose }) => whose === 'creator',
  parties: ({ whose }) => whose !== 'desk' && whose !== 'creator',
}

/** Whose turn it is, over all campaigns: what waits for the desk, for creators (with the reminder to copy) and for the other parties. */
export function TasksPage() {
  const { t } = useTranslation()
  const { side } = route.useSearch()
  const navigate = useNavigate()
  const turns = useTurns()
  if (turns.error) return <ProblemNotice error={turns.error} onRetry={() => void turns.refetch()} />
  if (!turns.data) return <Loading />
  const shown = readSide(side)
  const own = turns.data.items.filter(IS_OF[shown])
  const countOf = (each: TaskSide) => turns.data.items.filter(IS_OF[each]).length
  return (
    <Stack gap="md" data-testid="tasks">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('tasks.title')}
          </Title>
          <Text c="dimmed" maw="68ch">
            {t('tasks.intro')}
          </Text>
        </div>
        <SegmentedControl
          aria-label={t('tasks.whose')}
          value={shown}
          onChange={(value) => void navigate({ to: '/tasks', search: { side: readSide(value) } })}
          data={TASK_SIDES.map((each) => ({ value: each, label: t(`tasks.of_${each}`, { n: countOf(each) }) }))}
        />
      </Group>
      {own.length === 0 && <EmptyState title={t('tasks.empty')} text={t(`tasks.emptyText_${shown}`)} />}
      <ul className="link-list">
        {own.map((turn) => (
          <TurnItem key={`${turn.campaign.id}${turn.key}`} turn={turn} />
        ))}
      </ul>
    </Stack>
  )
}
