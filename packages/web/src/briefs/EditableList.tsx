import { Button, Fieldset, Group, Stack } from '@mantine/core'
import type { Brief } from '@kolibra/core/briefs'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface BriefPartProps {
  readonly brief: Brief
  readonly onChange: (brief: Brief) => void
}

interface ListProps<T extends { readonly id: string }> {
  readonly legend: string
  readonly addLabel: string
  readonly items: readonly T[]
  readonly blank: () => T
  readonly onChange: (items: T[]) => void
  readonly children: (item: T, change: (item: T) => void, place: number) => ReactNode
}

/** Lines of a brief that can be added, changed and struck; each keeps its id. */
export function EditableList<T extends { readonly id: string }>({ legend, addLabel, items, blank, onChange, children }: ListProps<T>) {
  const { t } = useTranslation()
  const addButton = useRef<HTMLButtonElement>(null)
  const strike = (place: number) => {
    onChange(items.filter((_, at) => at !== place))
    // Who works by keyboard stays in the list: the button they pressed is gone.
    addButton.current?.focus()
  }
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        {items.map((item, index) => (
          <Group key={item.id} align="flex-end" wrap="nowrap" gap="xs">
            <div className="grow">{children(item, (next) => onChange(items.map((old, at) => (at === index ? next : old))), index + 1)}</div>
            <Button
              variant="subtle"
              size="xs"
              aria-label={t('brief.removeFrom', { list: legend, place: index + 1 })}
              onClick={() => strike(index)}
            >
              ×
            </Button>
          </Group>
        ))}
        <Group>
          <Button ref={addButton} variant="default" size="xs" onClick={() => onChange([...items, blank()])}>
            {addLabel}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
