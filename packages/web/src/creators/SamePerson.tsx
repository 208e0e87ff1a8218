import { List, Text } from '@mantine/core'
import type { Person } from '@kolibra/core/creators'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fetchJson } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { asPlatform } from '../ui/choices.ts'
import { formatCount } from '../ui/format-number.ts'
import { nameOfCreator } from './creator-row.ts'

/** The other accounts of the creator behind an account; nothing while there is only the one. */
export function SamePerson({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const person = useQuery({
    queryKey: ['creator', creatorId, 'person'],
    queryFn: () => fetchJson<Person>(`/creators/${creatorId}/person`),
  })
  const others = person.data?.accounts.filter(({ id }) => id !== creatorId) ?? []
  if (others.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('page.accounts')}
      </Text>
      <List size="sm">
        {others.map((account) => {
          const platform = asPlatform(account.platform)
          return (
            <List.Item key={account.id}>
              <AppLink to="/creators/$id" params={{ id: account.id }} size="sm" underline="always">
                {platform ? t(`platform.${platform}`) : account.platform} · {nameOfCreator(account)}
              </AppLink>
              {account.followers !== null && ` · ${t('page.followers')} ${formatCount(account.followers, language)}`}
            </List.Item>
          )
        })}
      </List>
    </div>
  )
}
