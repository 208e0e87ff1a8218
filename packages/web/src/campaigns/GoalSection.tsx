import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Kpi } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { formatIn, formatMoment } from '../ui/format-number.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import { formOfGoal, goalFor, goalOf, type GoalForm } from './campaign-form.ts'
import { GoalFields } from './GoalFields.tsx'
import { useSaveCampaign, type CampaignRecord } from './use-campaigns.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

function KpiTable({ kpis }: { kpis: readonly Kpi[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  return (
    <ScrollTable minWidth={720}>
      <Table fz="sm" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>KPI</Table.Th>
            <Table.Th>{t('passport.unit')}</Table.Th>
            <Table.Th ta="right">{t('kpiField.baseline')}</Table.Th>
            <Table.Th ta="right">{t('kpiField.target')}</Table.Th>
            <Table.Th>{t('kpiField.deadline')}</Table.Th>
            <Table.Th>{t('kpiField.deliveredBy')}</Table.Th>
            <Table.Th>{t('kpiField.definition')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kpis.map((kpi) => (
            <Table.Tr key={kpi.name}>
              <Table.Td fw={600}>{t(`kpi.${kpi.name}`)}</Table.Td>
              <Table.Td>{names('unit', kpi.unit)}</Table.Td>
              <Table.Td className="number">
                {kpi.baseline === null ? <Unknown why={t('goal.baselineUnknown')} /> : formatIn(kpi.unit, kpi.baseline, language)}
              </Table.Td>
              <Table.Td className="number">{formatIn(kpi.unit, kpi.target, language)}</Table.Td>
              <Table.Td className="number-left">{kpi.deadline}</Table.Td>
              <Table.Td>
                {kpi.deliveredBy} · {kpi.deliveredWhen}
              </Table.Td>
              <Table.Td>{kpi.definition}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function EditGoal({ record, onClose }: { record: CampaignRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { campaign, version, id } = record
  const [form, setForm] = useState<GoalForm>(
    campaign.goal ? formOfGoal(campaign.goal) : goalFor(campaign.stage, { language, deadline: campaign.ends }),
  )
  const save = useSaveCampaign(id)
  const goal = goalOf(form, campaign.stage)
  return (
    <Modal opened onClose={onClose} title={t('goal.edit')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (goal) save.mutate({ version, campaign: { ...campaign, goal } }, { onSuccess: onClose })
        }}
      >
        <Stack gap="md">
          <GoalFields stage={campaign.stage} goal={form} deadline={campaign.ends} onChange={setForm} />
          {save.error && <ProblemNotice error={save.error} />}
          <FormActions submit={t('goal.save')} isBusy={save.isPending} isDisabled={goal === null} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

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
      {campaign.goal && <KpiTable kpis={campaign.goal.kpis} />}
      {isEditing && <EditGoal record={record} onClose={() => setEditing(false)} />}
    </Stack>
  )
}
