import { Text } from '@mantine/core'
import type { PersonAccount } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../../ui/AppLink.tsx'
import { asPlatform } from '../../ui/choices.ts'
import { formatExact } from '../../ui/format-number.ts'

/** An account as one decides whose it is: names, ids and what may tell. */
export function AccountCard({ account }: { account: PersonAccount }) {
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
        <AppLink to="/creators/$id" params={{ id: account.id }} size="sm" underline="always" data-raw>
          {account.displayName ?? account.handle ?? account.accountId}
        </AppLink>
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
