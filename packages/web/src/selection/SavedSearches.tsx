import { ActionIcon, Button, Checkbox, Group, Modal, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { viewOf } from './creator-question.ts'
import type { CreatorsView } from './creators-view.ts'
import { useRemoveSearch, useSavedSearches, useSaveSearch, type SavedSearch } from './use-saved-searches.ts'

interface SavedSearchesProps {
  readonly view: CreatorsView
  readonly onOpen: (view: CreatorsView) => void
}

/** The searches one keeps, one's own and those shared in the workspace; the view can be kept as another. */
export function SavedSearches({ view, onOpen }: SavedSearchesProps) {
  const { t } = useTranslation()
  const searches = useSavedSearches()
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const items = searches.data?.items ?? []
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withArrow trapFocus>
        <Popover.Target>
          <Button variant="default" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('find.savedSearches')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown data-testid="saved-searches">
          <Stack gap="xs" miw={220}>
            {searches.error && <ProblemNotice error={searches.error} />}
            {items.length === 0 && <Text size="sm">{t('find.noSearches')}</Text>}
            {items.map((search) => (
              <SavedLine
                key={search.id}
                search={search}
                onOpen={() => {
                  setOpen(false)
                  onOpen(viewOf(search.query))
                }}
              />
            ))}
            <Button
              size="sm"
              onClick={() => {
                setOpen(false)
                setSaving(true)
              }}
            >
              {t('find.saveSearch')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {isSaving && <SaveDialog view={view} onClose={() => setSaving(false)} />}
    </>
  )
}

function SavedLine({ search, onOpen }: { search: SavedSearch; onOpen: () => void }) {
  const { t } = useTranslation()
  const remove = useRemoveSearch()
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Button variant="subtle" size="compact-sm" onClick={onOpen}>
        {search.name}
      </Button>
      <Group gap={4} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t(search.isShared ? 'find.shared' : 'find.onlyMine')}
        </Text>
        {search.isMine && (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('find.removeSearch', { name: search.name })}
            loading={remove.isPending}
            onClick={() => remove.mutate(search.id)}
          >
            ×
          </ActionIcon>
        )}
      </Group>
    </Group>
  )
}

function SaveDialog({ view, onClose }: { view: CreatorsView; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const save = useSaveSearch()
  return (
    <Modal opened onClose={onClose} title={t('find.saveSearch')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ name, isShared, view }, { onSuccess: onClose })
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('find.searchName')}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox label={t('find.shareSearch')} checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
          {save.error && <ProblemNotice error={save.error} />}
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {t('find.save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
