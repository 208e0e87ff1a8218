import { Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core'
import type { PresentedSuggestion } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { AccountCard } from './AccountCard.tsx'
import { choiceOf, useDecide } from './use-person.ts'

/** Two accounts side by side with what speaks for and against one person, and the two decisions. */
export function SuggestionCard({ suggestion }: { suggestion: PresentedSuggestion }) {
  const { a, b, evidence, strength } = suggestion
  const { t } = useTranslation()
  const { read } = useLanguage()
  const merge = useDecide('merges')
  const apart = useDecide('separations')
  const choice = choiceOf(suggestion)
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
            {read(because)}
            {t('person.points', { n: weight > 0 ? `+${weight}` : `−${-weight}` })}
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
