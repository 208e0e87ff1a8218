import type { Campaign } from '@kolibra/core/campaigns'
import { canonicalJson } from '@kolibra/core/shared'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../ui/format-number.ts'
import { EditGoal } from './EditGoal.tsx'
import { KpiTable } from './KpiTable.tsx'
import type { CampaignRecord } from './use-campaigns.ts'

function ToldGoal({ goal, platforms }: { goal: Campaign['goal']; platforms: Campaign['platforms'] }) {
  const { t } = useTranslation()
  return (
    <>
      <div>
        <Text fw={600}>{goal ? t(`goal.${goal.primary}`) : t('goal.none')}</Text>
        {goal?.reasonForOtherGoal && <Text size="sm">{t('goal.otherReason', { reason: goal.reasonForOtherGoal })}</Text>}
      </div>
      {goal && <KpiTable kpis={goal.kpis} platforms={platforms} />}
    </>
  )
}

/** The goal as stated: primary goal, KPIs with baseline, and whether it is frozen. One that was edited since stands beside the frozen one. */
export function GoalSection({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { campaign, frozen } = record
  const { platforms } = campaign
  const judged = frozen ? frozen.goal : campaign.goal
  const isEdited = canonicalJson(judged) !== canonicalJson(campaign.goal)
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Text size="sm" c="dimmed" maw="70ch">
          {frozen ? t('goal.frozenHash', { at: formatMoment(frozen.at) ?? '', hash: frozen.hash.slice(0, 12) }) : t('goal.freezeWhen')}
        </Text>
        <Button variant="default" onClick={() => setEditing(true)}>
          {campaign.goal ? t('goal.edit') : t('goal.state')}
        </Button>
      </Group>
      <ToldGoal goal={judged} platforms={platforms} />
      {isEdited && (
        <section className="lead-note" data-testid="edited-goal">
          <Text size="sm" mb="xs">
            {t('goal.editedSince')}
          </Text>
          <ToldGoal goal={campaign.goal} platforms={platforms} />
        </section>
      )}
      {isEditing && <EditGoal record={record} onClose={() => setEditing(false)} />}
    </Stack>
  )
}
