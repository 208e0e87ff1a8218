import { Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { PLANNED_KPIS } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import { countDemands, readDemands, type DemandForm } from './demand-form.ts'

interface DemandFieldsProps {
  readonly form: DemandForm
  readonly onChange: (form: DemandForm) => void
}

/** What the next plan has to bring at least, and how likely a target has to be. */
export function DemandFields({ form, onChange }: DemandFieldsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const read = readDemands(form)
  const count = read === null ? 0 : countDemands(read)
  return (
    <details data-testid="demands">
      <summary>{count === 0 ? t('planPage.demandsNone') : t('planPage.demandsSome', { n: count })}</summary>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mt={4} maw={560}>
        {PLANNED_KPIS.map((kpi) => (
          <TextInput
            key={kpi}
            label={t('planPage.atLeastKpi', { kpi: names('kpi', kpi) })}
            value={form.minimum[kpi]}
            inputMode="decimal"
            onChange={({ currentTarget }) => onChange({ ...form, minimum: { ...form.minimum, [kpi]: currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      <Group align="flex-end" gap="xs" mt={4}>
        <NativeSelect
          label={t('planPage.chanceKpi')}
          value={form.kpi}
          data={PLANNED_KPIS.map((kpi) => ({ value: kpi, label: names('kpi', kpi) }))}
          onChange={({ currentTarget }) => onChange({ ...form, kpi: PLANNED_KPIS.find((kpi) => kpi === currentTarget.value) ?? form.kpi })}
        />
        <TextInput
          label={t('planPage.chanceTarget')}
          value={form.target}
          inputMode="decimal"
          w={150}
          onChange={({ currentTarget }) => onChange({ ...form, target: currentTarget.value })}
        />
        <TextInput
          label={t('planPage.chancePercent')}
          value={form.percent}
          inputMode="decimal"
          w={130}
          onChange={({ currentTarget }) => onChange({ ...form, percent: currentTarget.value })}
        />
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('planPage.demandsNote')}
      </Text>
      {read === null && (
        <Text size="sm" c="var(--block)" role="alert">
          {t('planPage.badDemands')}
        </Text>
      )}
    </details>
  )
}
