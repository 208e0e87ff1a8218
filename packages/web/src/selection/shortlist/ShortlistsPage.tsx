import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatExact } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useShortlists, useShortlistWrites } from '../use-shortlists.ts'

/** Opens an empty list and goes there. */
function OpenList() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { open } = useShortlistWrites()
  const [name, setName] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate(
          { name: name.trim(), creatorIds: [] },
          { onSuccess: ({ id }) => void navigate({ to: '/shortlists/$id', params: { id }, search: {} }) },
        )
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput label={t('find.listName')} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" loading={open.isPending} disabled={name.trim() === ''}>
          {t('find.newList')}
        </Button>
      </Group>
      {open.error && <ProblemNotice error={open.error} />}
    </form>
  )
}

/** All named lists of the workspace. */
export function ShortlistsPage() {
  const { t } = useTranslation()
  const lists = useShortlists()
  const items = lists.data?.items ?? []
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('shortlist.title')}
        </Title>
        <Text c="dimmed">{t('shortlist.intro')}</Text>
      </div>
      {lists.isPending && <Loading />}
      {lists.error && <ProblemNotice error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.data && items.length === 0 && (
        <EmptyState title={t('shortlist.emptyTitle')} text={t('shortlist.emptyText')} example={t('shortlist.emptyExample')}>
          <OpenList />
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <OpenList />
          <ul className="plan-history" data-testid="shortlists">
            {items.map(({ id, name, size }) => (
              <li key={id}>
                <AppLink to="/shortlists/$id" params={{ id }} search={{}} fw={600} size="sm" underline="always">
                  {name}
                </AppLink>
                <Text size="sm" component="span" c="dimmed">
                  {t('planPage.creatorsCount', { count: size, n: formatExact(size) })}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  )
}
