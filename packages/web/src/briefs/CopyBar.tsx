import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Editor, SaveState } from './use-brief-copy.ts'

interface CopyBarProps {
  readonly state: SaveState
  readonly others: readonly Editor[]
}

/** Whether what was typed is kept, and who else has the brief open. */
export function CopyBar({ state, others }: CopyBarProps) {
  const { t } = useTranslation()
  return (
    <Group gap="sm" role="status" data-testid="brief-copy">
      <Text size="sm" c={state === 'raced' || state === 'failed' ? 'red' : 'dimmed'}>
        {t(`briefCopy.${state}`)}
      </Text>
      {others.length > 0 && (
        <Text size="sm" fw={600}>
          {t('briefCopy.others', { names: others.map(({ id, name }) => name ?? id.slice(0, 8)).join(t('ui.comma')) })}
        </Text>
      )}
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {t('briefCopy.keys')}
      </Text>
    </Group>
  )
}
