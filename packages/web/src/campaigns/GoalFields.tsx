import { Button, Fieldset, Group, NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { KPI_TEMPLATES, suggestGoal, type Campaign } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { blankKpi, type GoalForm, type KpiForm } from './campaign-form.ts'

const WHEN = ['T+1', 'T+7', 'T+21', 'day 45'] as const

interface KpiFieldsProps {
  readonly kpi: KpiForm
  readonly onChange: (kpi: KpiForm) => void
  readonly onRemove: () => void
}

function KpiFields({ kpi, onChange, onRemove }: KpiFieldsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const field = <K extends 'baseline' | 'target' | 'deadline' | 'deliveredBy' | 'definition'>(key: K) => ({
    label: t(`kpiField.${key}`),
    value: kpi[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...kpi, [key]: event.currentTarget.value }),
  })
  return (
    <Fieldset legend={`${t(`kpi.${kpi.name}`)} (${names('unit', kpi.unit)})`}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <TextInput {...field('target')} inputMode="numeric" placeholder="10,000" />
        <TextInput {...field('baseline')} inputMode="numeric" placeholder={t('ui.notKnown')} />
        <TextInput {...field('deadline')} type="date" />
        <TextInput {...field('deliveredBy')} />
        <NativeSelect
          label={t('kpiField.deliveredWhen')}
          value={kpi.deliveredWhen}
          onChange={(event) => onChange({ ...kpi, deliveredWhen: WHEN.find((when) => when === event.currentTarget.value) ?? 'T+21' })}
          data={[...WHEN]}
        />
        <TextInput {...field('definition')} />
      </SimpleGrid>
      <Button variant="subtle" size="xs" mt="xs" onClick={onRemove}>
        {t('goal.removeKpi', { name: t(`kpi.${kpi.name}`) })}
      </Button>
    </Fieldset>
  )
}

interface GoalFieldsProps {
  readonly stage: Campaign['stage']
  readonly goal: GoalForm
  readonly deadline: string
  readonly onChange: (goal: GoalForm) => void
}

/** Leads by the stage of the brand and says why; another goal needs a reason. */
export function GoalFields({ stage, goal, deadline, onChange }: GoalFieldsProps) {
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
      {goal.kpis.map((kpi, index) => (
        <KpiFields
          key={kpi.name}
          kpi={kpi}
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
    </Stack>
  )
}
