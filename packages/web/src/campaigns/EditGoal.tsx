import { Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { formOfGoal, goalFor, goalOf, type GoalForm } from './campaign-form.ts'
import { GoalFields } from './GoalFields.tsx'
import { useSaveCampaign, type CampaignRecord } from './use-campaigns.ts'
import { useSeries } from './use-series.ts'

/** The goal as a form over the page. */
export function EditGoal({ record, onClose }: { record: CampaignRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { campaign, version, id } = record
  const [form, setForm] = useState<GoalForm>(
    campaign.goal ? formOfGoal(campaign.goal) : goalFor(campaign.stage, { language, deadline: campaign.ends }),
  )
  const series = useSeries()
  const save = useSaveCampaign(id)
  const goal = goalOf(form, campaign.stage)
  const subjects = [...new Set((series.data?.items ?? []).map(({ subject }) => subject))]
  return (
    <Modal opened onClose={onClose} title={t('goal.edit')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (goal) save.mutate({ version, campaign: { ...campaign, goal } }, { onSuccess: onClose })
        }}
      >
        <datalist id="brand-series">
          {subjects.map((subject) => (
            <option key={subject} value={subject} />
          ))}
        </datalist>
        <Stack gap="md">
          {record.frozen && <div className="lead-note">{t('goal.editBeside')}</div>}
          <GoalFields
            stage={campaign.stage}
            goal={form}
            deadline={campaign.ends}
            platforms={campaign.platforms}
            campaignId={id}
            onChange={setForm}
          />
          {goal === null && <div className="lead-note">{t('goal.oddHint')}</div>}
          {save.error && <ProblemNotice error={save.error} />}
          <FormActions submit={t('goal.save')} isBusy={save.isPending} isDisabled={goal === null} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
