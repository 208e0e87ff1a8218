import { Group, Stack, Text, Title } from '@mantine/core'
import { nameSource } from '@kolibra/core/creators'
import type { CreatorPage } from '@kolibra/core/selection'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { MetricNumber } from '../../creators/MetricNumber.tsx'
import { basisOf, nameOfCreator } from '../../creators/creator-row.ts'
import { asPlatform } from '../../ui/choices.ts'
import { formatCount } from '../../ui/format-number.ts'
import { Unknown } from '../../ui/Unknown.tsx'
import { newestOf, tellAge } from './freshness.ts'

/** Who this is: names, account, type with basis, tier, and how fresh what we know is. */
export function CreatorHead({ page, children }: { page: CreatorPage; children?: ReactNode }) {
  const { t } = useTranslation()
  const { account } = page
  const platform = asPlatform(account.platform)
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap={4} className="grow">
        <Title order={1} size="h3">
          {nameOfCreator(account)}
        </Title>
        <Text size="sm" c="dimmed">
          {platform ? t(`platform.${platform}`) : account.platform} · <span data-raw>{account.accountId}</span>
          {account.handle !== null && account.handle !== account.accountId && <span data-raw> · {account.handle}</span>}
        </Text>
        <HeadFacts page={page} />
      </Stack>
      {children}
    </Group>
  )
}

function HeadFacts({ page }: { page: CreatorPage }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { account, type, tier } = page
  const newest = newestOf(account)
  const age = newest === null ? null : tellAge(newest, Date.now())
  const sources = [...new Set(account.metrics.map(({ source }) => read(nameSource(source))))]
  const followers = account.metrics.find(({ name, value }) => name === 'followers' && value === account.followers)
  const facts: [string, ReactNode][] = [
    [
      t('creators.type'),
      type === null ? null : type.value === null ? (
        <Unknown why={read(basisOf(type))} />
      ) : (
        t('creators.typeWith', { type: t(`type.${type.value}`), basis: read(basisOf(type)) })
      ),
    ],
    [t('page.tier'), tier && t(`page.tiers.${tier}`)],
    [
      t('page.followers'),
      followers ? <MetricNumber metric={followers} /> : account.followers === null ? null : formatCount(account.followers, language),
    ],
    [t('page.categories'), account.categories.length > 0 ? account.categories.join(t('ui.comma')) : null],
    [t('page.region'), account.region],
    [t('page.mcn'), account.mcn],
    [t('page.languages'), account.person.languages.length > 0 ? account.person.languages.join(t('ui.comma')) : null],
    [t('page.verification'), account.verification],
    [t('page.bio'), account.bio && <span data-raw>{account.bio}</span>],
    [t('page.sources'), sources.length > 0 ? sources.join(t('ui.comma')) : null],
    [t('page.newest'), age && (age.days === 0 ? t('page.today', { day: age.day }) : t('page.daysOld', { day: age.day, n: age.days }))],
  ]
  return (
    <dl className="facts head-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="facts-row">
          <dt>{name}</dt>
          <dd>{value ?? <Unknown why={t('page.nobodySaid')} />}</dd>
        </div>
      ))}
    </dl>
  )
}
