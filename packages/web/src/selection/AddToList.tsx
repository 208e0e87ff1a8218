import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useShortlists, useShortlistWrites } from './use-shortlists.ts'

/** Puts the selected creators on a list, or opens one with them. */
export function AddToList({ creatorIds, onDone }: { creatorIds: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation()
  const lists = useShortlists()
  const { open, add } = useShortlistWrites()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const onSuccess = () => {
    setOpen(false)
    setName('')
    onDone()
  }
  const error = open.error ?? add.error
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button size="sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('find.addToList')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown data-testid="add-to-list">
        <Stack gap="xs" miw={220}>
          {(lists.data?.items ?? []).map((list) => (
            <Group key={list.id} justify="space-between" wrap="nowrap">
              <Button
                variant="subtle"
                size="compact-sm"
                loading={add.isPending}
                onClick={() => add.mutate({ id: list.id, creatorIds }, { onSuccess })}
              >
                {list.name}
              </Button>
              <Text size="xs" c="dimmed">
                {list.size.toLocaleString('en-US')}
              </Text>
            </Group>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              open.mutate({ name, creatorIds }, { onSuccess })
            }}
          >
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                size="sm"
                label={t('find.newList')}
                value={name}
                maxLength={100}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" size="sm" disabled={name.trim() === ''} loading={open.isPending}>
                {t('find.save')}
              </Button>
            </Group>
          </form>
          {error && <ProblemNotice error={error} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
