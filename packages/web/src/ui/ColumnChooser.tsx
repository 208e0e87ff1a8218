import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { moveColumn, type Arrangement } from './arrange-columns.ts'

interface ColumnChooserProps {
  /** All columns in the order shown. */
  readonly columns: readonly { readonly key: string; readonly header: string }[]
  readonly hidden: readonly string[]
  readonly onChange: (arrangement: Arrangement) => void
}

/** Which columns are shown and in which order; remembered in this browser. */
export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  const { t } = useTranslation()
  const order = columns.map(({ key }) => key)
  const toggle = (key: string) =>
    onChange({ order, hidden: hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key] })
  return (
    <Popover position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button variant="default" size="sm">
          {t('ui.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('ui.columns')}>
        <Stack gap={4}>
          {columns.slice(1).map(({ key, header }) => (
            <Group key={key} gap="xs" justify="space-between" wrap="nowrap">
              <Checkbox size="sm" label={header} checked={!hidden.includes(key)} onChange={() => toggle(key)} />
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={t('ui.moveLeft', { name: header })}
                  onClick={() => onChange({ order: moveColumn(order, key, -1), hidden })}
                >
                  <span aria-hidden>↑</span>
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={t('ui.moveRight', { name: header })}
                  onClick={() => onChange({ order: moveColumn(order, key, 1), hidden })}
                >
                  <span aria-hidden>↓</span>
                </ActionIcon>
              </Group>
            </Group>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
