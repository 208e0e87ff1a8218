import { Button, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { KPI_TEMPLATES, listTemplateSets, suggestGoal, type Campaign } from '@kolibra/core/campaigns'
import type { Platform } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { applyTemplate, blankKpi, type GoalForm } from './campaign-form.ts'
import { GuardFields } from './GuardFields.tsx'
import { KpiFields } from './KpiFields.tsx'

interface GoalFieldsProps {
  readonly stage: Campaign['stage']
  readonly goal: GoalForm
  readonly deadline: string
  readonly platforms: readonly Platform[]
  readonly campaignId?: string
  readonly onChange: (goal: GoalForm) => void
}

/** Template sets by goal, stage and platform: choosing one brings its KPIs and guard-rails, what was typed stays. */
function TemplatePicker({ stage, goal, deadline, platforms, onChange }: GoalFieldsProps) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const sets = listTemplateSets({ primary: goal.primary, stage, platforms: [...platforms] })
  const nameOf = (platform: Platform | null) => (platform === null ? t('goalForm.allPlatforms') : t(`platform.${platform}`))
  return (
    <NativeSelect
      label={t('goalForm.template')}
      description={t('goalForm.templateWhy')}
      value=""
      data={[
        { value: '', label: t('goalForm.choose') },
        ...sets.map(({ id, platform, kpis, source }) => ({
          value: id,
          label: `${nameOf(platform)}${t('ui.colon')}${kpis.map((name) => t(`kpi.${name}`)).join(t('ui.comma'))} (${source.map(read).join(t('ui.semicolon'))})`,
        })),
      ]}
      onChange={({ currentTarget }) => {
        const set = sets.find(({ id }) => id === currentTarget.value)
        if (set) onChange(applyTemplate(goal, set, { language, deadline }))
      }}
    />
  )
}

/** Leads by the stage of the brand and says why; another goal needs a reason. */
export function GoalFields(props: GoalFieldsProps) {
  const { stage, goal, deadline, platforms, campaignId, onChange } = props
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const suggested = suggestGoal(stage)
  const isOther = goal.primary !== suggested.primary
  const missing = KPI_TEMPLATES.filter(({ name }) => !goal.kpis.some((kpi) => kpi.name === name))
  return (
    <Stack gap="sm">
      <div className="lead-note">
        <Text size="sm">
          <b>{t(`goal.${suggested.primary}`)}</b> — {read(suggested.because)}
        </Text>
      </div>
      <Radio.Group
        label={t('goal.primary')}
        value={goal.primary}
        onChange={(value) => onChange({ ...goal, primary: value === 'product' ? 'product' : 'awareness' })}
      >
        <Group gap="md" mt={4}>
          <Radio value="awareness" label={t('goal.awareness')} />
          <Radio value="product" label={t('goal.product')} />
        </Group>
      </Radio.Group>
      {isOther && (
        <TextInput
          label={t('goal.reason')}
          description={t('goal.reasonWhy')}
          required
          value={goal.reason}
          onChange={(event) => onChange({ ...goal, reason: event.currentTarget.value })}
        />
      )}
      <TemplatePicker {...props} />
      {goal.kpis.map((kpi, index) => (
        <KpiFields
          key={kpi.name}
          kpi={kpi}
          platforms={platforms}
          campaignId={campaignId ?? null}
          onChange={(next) => onChange({ ...goal, kpis: goal.kpis.map((old, at) => (at === index ? next : old)) })}
          onRemove={() => onChange({ ...goal, kpis: goal.kpis.filter((old) => old !== kpi) })}
        />
      ))}
      <Group gap="xs">
        {missing.map(({ name }) => (
          <Button
            key={name}
            variant="default"
            size="xs"
            onClick={() => onChange({ ...goal, kpis: [...goal.kpis, blankKpi(name, { language, deadline })] })}
          >
            {t('goal.addKpi', { name: t(`kpi.${name}`) })}
          </Button>
        ))}
      </Group>
      <GuardFields rails={goal.guardRails} onChange={(guardRails) => onChange({ ...goal, guardRails })} />
    </Stack>
  )
}
