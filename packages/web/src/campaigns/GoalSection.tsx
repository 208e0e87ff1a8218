import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../ui/format-number.ts'
import { EditGoal } from './EditGoal.tsx'
import { KpiTable } from './KpiTable.tsx'
import type { CampaignRecord } from './use-campaigns.ts'

/** The goal as stated: primary goal, KPIs with baseline, and whether it is frozen. */
export function GoalSection({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { campaign, frozen } = record
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{campaign.goal ? t(`goal.${campaign.goal.primary}`) : t('goal.none')}</Text>
          {campaign.goal?.reasonForOtherGoal && (
            <Text size="sm">{t('goal.otherReason', { reason: campaign.goal.reasonForOtherGoal })}</Text>
          )}
          <Text size="sm" c="dimmed">
            {frozen ? t('goal.frozenHash', { at: formatMoment(frozen.at) ?? '', hash: frozen.hash.slice(0, 12) }) : t('goal.freezeWhen')}
          </Text>
        </div>
        {!frozen && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {campaign.goal ? t('goal.edit') : t('goal.state')}
          </Button>
        )}
      </Group>
      {campaign.goal && <KpiTable kpis={campaign.goal.kpis} platforms={campaign.platforms} />}
      {isEditing && <EditGoal record={record} onClose={() => setEditing(false)} />}
    </Stack>
  )
}
