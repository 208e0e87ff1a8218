import { Checkbox, Group, Modal, NativeSelect, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { CATEGORY_LIST, PLATFORM_LIST } from '../ui/choices.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../ui/shanghai-day.ts'
import { blankCampaign, campaignOf, goalOf, isGoalOpen, leadGoal, moveEnds, type CampaignForm } from './campaign-form.ts'
import { GoalFields } from './GoalFields.tsx'
import { useCampaigns, useCreateCampaign } from './use-campaigns.ts'

function Basics({ form, onChange }: { form: CampaignForm; onChange: (form: CampaignForm) => void }) {
  const { t } = useTranslation()
  const known = useCampaigns().data?.items ?? []
  const field = <
    K extends 'name' | 'brand' | 'productName' | 'registrationNo' | 'budgetYuan' | 'starts' | 'ends' | 'localAgency' | 'competitors',
  >(
    key: K,
  ) => ({
    label: t(`campaign.${key}`),
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...form, [key]: event.currentTarget.value }),
  })
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput {...field('name')} required data-autofocus />
        <TextInput {...field('brand')} required />
        <TextInput {...field('productName')} required />
        <NativeSelect
          label={t('fact.category')}
          value={form.category}
          onChange={(event) =>
            onChange({ ...form, category: CATEGORY_LIST.find((category) => category === event.currentTarget.value) ?? 'general' })
          }
          data={CATEGORY_LIST.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <TextInput {...field('budgetYuan')} required inputMode="decimal" placeholder="200,000" description={t('campaign.budgetHint')} />
        <TextInput {...field('localAgency')} description={t('campaign.localAgencyHint')} />
        <TextInput {...field('starts')} type="date" required />
        <TextInput
          {...field('ends')}
          type="date"
          required
          onChange={({ currentTarget }) => onChange(moveEnds(form, currentTarget.value))}
        />
        <TextInput {...field('registrationNo')} />
        <TextInput {...field('competitors')} />
        {known.length > 0 && (
          <NativeSelect
            label={t('chain.predecessors')}
            description={t('chain.hint')}
            value={form.predecessor}
            onChange={({ currentTarget }) => onChange({ ...form, predecessor: currentTarget.value })}
            data={[
              { value: '', label: t('chain.none') },
              ...known.map(({ id, campaign }) => ({ value: id, label: `${campaign.name} (${campaign.starts})` })),
            ]}
          />
        )}
      </SimpleGrid>
      <Checkbox.Group
        label={t('campaign.platforms')}
        value={[...form.platforms]}
        onChange={(values) => onChange({ ...form, platforms: PLATFORM_LIST.filter((platform) => values.includes(platform)) })}
      >
        <Group gap="sm" mt={4}>
          {PLATFORM_LIST.map((platform) => (
            <Checkbox key={platform} value={platform} label={t(`platform.${platform}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}

/** The form of a new campaign; its goal is led by the stage of the brand in China. */
export function CreateCampaign({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const create = useCreateCampaign()
  const [form, setForm] = useState<CampaignForm>(() => {
    const now = Date.now()
    return blankCampaign({ language, starts: shanghaiDayAfter(now, 21), ends: shanghaiDayAfter(now, 49) })
  })
  const campaign = campaignOf(form)
  const submit = () => {
    if (campaign) create.mutate(campaign, { onSuccess: ({ id }) => void navigate({ to: '/campaigns/$id', params: { id } }) })
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('campaign.new')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack gap="md">
          <Basics form={form} onChange={setForm} />
          <Title order={3} size="h5">
            {t('gate.goal')}
          </Title>
          <NativeSelect
            label={t('campaign.stage')}
            value={form.stage}
            onChange={(event) => {
              const stage = event.currentTarget.value === 'established' ? 'established' : 'new'
              setForm({ ...form, stage, goal: leadGoal(form.goal, stage, { language, deadline: form.ends }) })
            }}
            data={[
              { value: 'new', label: t('campaign.stageNew') },
              { value: 'established', label: t('campaign.stageEstablished') },
            ]}
          />
          <GoalFields
            stage={form.stage}
            goal={form.goal}
            deadline={form.ends}
            platforms={form.platforms}
            onChange={(goal) => setForm({ ...form, goal })}
          />
          {goalOf(form.goal, form.stage) === null && (
            <div className="lead-note">{t(isGoalOpen(form.goal) ? 'goal.openHint' : 'goal.oddHint')}</div>
          )}
          {create.error && <ProblemNotice error={create.error} />}
          <FormActions submit={t('campaign.create')} isBusy={create.isPending} isDisabled={campaign === null} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
