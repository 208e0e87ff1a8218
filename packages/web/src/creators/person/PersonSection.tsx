import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { Person } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { AccountCard } from './AccountCard.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import { usePerson, useSplit, useSuggestions } from './use-person.ts'

function AccountList({ person }: { person: Person }) {
  const { t } = useTranslation()
  const split = useSplit()
  return (
    <Stack gap="xs">
      {person.accounts.map((account) => (
        <Stack key={account.id} gap={4}>
          <AccountCard account={account} />
          {person.accounts.length > 1 && account.linkedAt !== null && (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {t('person.linked', { who: account.linkedBy ?? t('ui.notKnown'), when: formatMoment(account.linkedAt) })}
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                loading={split.isPending}
                onClick={() => split.mutate({ id: account.id, personId: person.personId })}
              >
                {t('person.split')}
              </Button>
            </Group>
          )}
        </Stack>
      ))}
      {split.error && <ProblemNotice error={split.error} />}
    </Stack>
  )
}

/** The person behind an account: all their accounts, and those that may be theirs, for a person to decide. */
export function PersonSection({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const person = usePerson(creatorId)
  const suggestions = useSuggestions(creatorId)
  if (person.isPending) return <Loading />
  if (person.error) return <ProblemNotice error={person.error} onRetry={() => void person.refetch()} />
  return (
    <Stack gap="md">
      <Text size="sm">{t('person.accounts', { n: person.data.accounts.length })}</Text>
      <AccountList person={person.data} />
      <Title order={3} size="h5">
        {t('person.suggestions')}
      </Title>
      {suggestions.error && <ProblemNotice error={suggestions.error} onRetry={() => void suggestions.refetch()} />}
      {suggestions.data?.items.length === 0 && <Text size="sm">{t('person.noSuggestion')}</Text>}
      {suggestions.data?.items.map((suggestion) => (
        <SuggestionCard key={`${suggestion.a.id} ${suggestion.b.id}`} suggestion={suggestion} />
      ))}
    </Stack>
  )
}
