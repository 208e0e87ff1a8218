import { Button, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Person, PersonAccount, PresentedSuggestion } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { asPlatform } from '../../ui/choices.ts'
import { formatExact, formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useDecide, usePerson, useSplit, useSuggestions } from './use-person.ts'

function AccountCard({ account }: { account: PersonAccount }) {
  const { t } = useTranslation()
  const platform = asPlatform(account.platform)
  const facts: [string, string | null][] = [
    [t('creators.accountId'), account.accountId],
    [t('creators.followers'), account.followers === null ? null : formatExact(account.followers)],
    [t('creators.region'), account.region],
    [t('person.mcn'), account.mcn],
    [t('creators.categories'), account.categories.length === 0 ? null : account.categories.join(' · ')],
  ]
  return (
    <div className="note">
      <Text fw={600} size="sm">
        {platform ? t(`platform.${platform}`) : account.platform} ·{' '}
        <span data-raw>{account.displayName ?? account.handle ?? account.accountId}</span>
      </Text>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd data-raw={value === null ? undefined : ''}>{value ?? t('ui.notKnown')}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

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

function SuggestionCard({ suggestion: { a, b, evidence, strength } }: { suggestion: PresentedSuggestion }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const merge = useDecide('merges')
  const apart = useDecide('separations')
  const choice = { id: a.id, decision: { otherId: b.id, personId: a.personId, otherPersonId: b.personId } }
  const error = merge.error ?? apart.error
  return (
    <Stack gap="xs" component="section" aria-label={t('person.suggestion')}>
      <Text size="sm" fw={600}>
        {t(`person.${strength}`)}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <AccountCard account={a} />
        <AccountCard account={b} />
      </SimpleGrid>
      <List size="sm">
        {evidence.map(({ code, weight, because }) => (
          <List.Item key={code}>
            {read(because)} {t('person.points', { n: weight > 0 ? `+${weight}` : `−${-weight}` })}
          </List.Item>
        ))}
      </List>
      {error && <ProblemNotice error={error} />}
      <Group gap="xs">
        <Button size="sm" loading={merge.isPending} onClick={() => merge.mutate(choice)}>
          {t('person.same')}
        </Button>
        <Button size="sm" variant="default" loading={apart.isPending} onClick={() => apart.mutate(choice)}>
          {t('person.notSame')}
        </Button>
      </Group>
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
