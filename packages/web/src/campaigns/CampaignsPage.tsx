import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { CreateCampaign } from './CreateCampaign.tsx'
import { SecondCurrencyContext, useMoney } from './use-money.ts'
import { useCampaigns, type CampaignRecord } from './use-campaigns.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

function Budget({ budgetFen }: { budgetFen: number }) {
  const tellMoney = useMoney()
  return <>{tellMoney(budgetFen)}</>
}

function CampaignTable({ items }: { items: readonly CampaignRecord[] }) {
  const { t } = useTranslation()
  return (
    <ScrollTable minWidth={760}>
      <Table fz="sm" highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('campaign.name')}</Table.Th>
            <Table.Th>{t('campaign.brand')}</Table.Th>
            <Table.Th>{t('gate.goal')}</Table.Th>
            <Table.Th>{t('campaign.platforms')}</Table.Th>
            <Table.Th>{t('campaign.period')}</Table.Th>
            <Table.Th ta="right">{t('campaign.budgetYuan')}</Table.Th>
            <Table.Th>{t('goal.freeze')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, campaign, frozen }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <AppLink to="/campaigns/$id" params={{ id }} fw={600} size="sm">
                  {campaign.name}
                </AppLink>
              </Table.Td>
              <Table.Td>{campaign.brand}</Table.Td>
              <Table.Td>{campaign.goal ? t(`goal.${campaign.goal.primary}`) : t('goal.none')}</Table.Td>
              <Table.Td>{campaign.platforms.map((platform) => t(`platform.${platform}`)).join(t('ui.comma'))}</Table.Td>
              <Table.Td className="number-left">
                {campaign.starts} – {campaign.ends}
              </Table.Td>
              <Table.Td className="number">
                <SecondCurrencyContext value={campaign.secondCurrency}>
                  <Budget budgetFen={campaign.budgetFen} />
                </SecondCurrencyContext>
              </Table.Td>
              <Table.Td>{frozen ? t('goal.frozenAt', { at: formatMoment(frozen.at) ?? '' }) : t('goal.notFrozen')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

export function CampaignsPage() {
  const { t } = useTranslation()
  const campaigns = useCampaigns()
  const [isCreating, setCreating] = useState(false)
  const button = <Button onClick={() => setCreating(true)}>{t('campaign.new')}</Button>
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t('nav.campaigns')}
          </Title>
          <Text c="dimmed">{t('campaign.intro')}</Text>
        </div>
        {button}
      </Group>
      {campaigns.isPending && <Loading />}
      {campaigns.error && <ProblemNotice error={campaigns.error} onRetry={() => void campaigns.refetch()} />}
      {campaigns.data?.items.length === 0 && (
        <EmptyState title={t('campaign.emptyTitle')} text={t('campaign.emptyText')} example={t('campaign.emptyExample')}>
          {button}
        </EmptyState>
      )}
      {campaigns.data && campaigns.data.items.length > 0 && <CampaignTable items={campaigns.data.items} />}
      {isCreating && <CreateCampaign opened onClose={() => setCreating(false)} />}
    </Stack>
  )
}
