import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Editor, SaveState } from './use-brief-copy.ts'

interface CopyBarProps {
  readonly state: SaveState
  readonly others: readonly Editor[]
  readonly onSettle: (isMine: boolean) => void
}

/** Whether what was typed is kept, who else has the brief open, and after a race the choice whose words stay. */
export function CopyBar({ state, others, onSettle }: CopyBarProps) {
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
      {state === 'raced' && (
        <>
          <Button size="xs" variant="default" onClick={() => onSettle(false)}>
            {t('briefCopy.takeTheirs')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onSettle(true)}>
            {t('briefCopy.keepMine')}
          </Button>
        </>
      )}
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {t('briefCopy.keys')}
      </Text>
    </Group>
  )
}
