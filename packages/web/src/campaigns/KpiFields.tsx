import { Button, Fieldset, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { DELIVERY_TIMES, formulaOf, seriesOfKpi } from '@kolibra/core/campaigns'
import type { Platform } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact } from '../ui/format-number.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { parseNumber } from '../ui/parse-number.ts'
import { readNumber, type KpiForm } from './campaign-form.ts'
import { useMeasure, type BaselineRecord } from './use-series.ts'

interface KpiFieldsProps {
  readonly kpi: KpiForm
  readonly platforms: readonly Platform[]
  /** Null: the campaign is not there yet, so no series can be asked. */
  readonly campaignId: string | null
  readonly onChange: (kpi: KpiForm) => void
  readonly onRemove: () => void
}

function Formulas({ kpi, platforms, onChange }: Pick<KpiFieldsProps, 'kpi' | 'platforms' | 'onChange'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <details>
      <summary>{t('goalForm.formulas')}</summary>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
        {platforms.map((platform) => (
          <TextInput
            key={platform}
            label={t(`platform.${platform}`)}
            value={kpi.formulas[platform] ?? ''}
            placeholder={read(formulaOf({ name: kpi.name }, platform))}
            onChange={({ currentTarget }) => onChange({ ...kpi, formulas: { ...kpi.formulas, [platform]: currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
    </details>
  )
}

/** What a series led to: as a basis that is kept with the goal. */
function basisOf(found: BaselineRecord, formula: string): KpiForm['measured'] {
  return { source: [...found.sources, ...found.subjects].join(' · '), formula, from: found.from, to: found.to, n: found.n }
}

function FromSeries({ kpi, campaignId, onChange }: Pick<KpiFieldsProps, 'kpi' | 'campaignId' | 'onChange'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const measure = useMeasure(campaignId)
  if (seriesOfKpi(kpi.name) === null) return null
  if (campaignId === null) return <Text size="sm">{t('goalForm.seriesLater')}</Text>
  const take = () =>
    measure.mutate(
      { kpi: kpi.name, deadline: kpi.deadline, subjects: kpi.subjects },
      {
        onSuccess: (found) => {
          if (found === null || found.value === null) return
          const value = Math.round(found.value * 100) / 100
          onChange({ ...kpi, baseline: String(value), measured: basisOf(found, read(found.formula)) })
        },
      },
    )
  const found = measure.data
  return (
    <Stack gap={4} mt="xs">
      <Group gap="xs" align="end">
        <TextInput
          className="grow"
          label={t('goalForm.subjects')}
          description={t('goalForm.subjectsHint')}
          value={kpi.subjects}
          placeholder="xiaohongshu:…"
          list="brand-series"
          onChange={({ currentTarget }) => onChange({ ...kpi, subjects: currentTarget.value })}
        />
        <Button variant="default" loading={measure.isPending} onClick={take}>
          {t('goalForm.fromSeries')}
        </Button>
      </Group>
      {measure.error && <ProblemNotice error={measure.error} />}
      {found && (
        <Text size="sm" role="status">
          {found.value === null
            ? t('goalForm.seriesUnknown', { wanted: found.wanted.join(t('ui.comma')) })
            : t('goalForm.seriesFound', { value: formatExact(Math.round(found.value * 100) / 100) })}{' '}
          {found.because.map(read).join(t('ui.semicolon'))}
        </Text>
      )}
    </Stack>
  )
}

/** One KPI of the goal form: target, baseline with its source, deadline, who delivers and when, formulas, series. */
export function KpiFields({ kpi, platforms, campaignId, onChange, onRemove }: KpiFieldsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const field = <K extends 'target' | 'deadline' | 'deliveredBy' | 'definition'>(key: K) => ({
    label: t(`kpiField.${key}`),
    value: kpi[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...kpi, [key]: event.currentTarget.value }),
  })
  return (
    <Fieldset legend={`${t(`kpi.${kpi.name}`)} (${names('unit', kpi.unit)})`}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <TextInput
          {...field('target')}
          inputMode="numeric"
          placeholder="10,000"
          error={kpi.target.trim() !== '' && !readNumber(kpi.target) ? t('goal.noNumber') : null}
        />
        <TextInput
          label={t('kpiField.baseline')}
          inputMode="numeric"
          placeholder={t('ui.notKnown')}
          error={kpi.baseline.trim() !== '' && parseNumber(kpi.baseline) === null ? t('goal.noNumber') : null}
          value={kpi.baseline}
          onChange={({ currentTarget }) => onChange({ ...kpi, baseline: currentTarget.value, measured: null })}
        />
        <TextInput
          label={t('goalForm.baselineSource')}
          value={kpi.measured ? t('goalForm.measured', { source: kpi.measured.source, n: kpi.measured.n ?? 0 }) : kpi.baselineSource}
          readOnly={Boolean(kpi.measured)}
          onChange={({ currentTarget }) => onChange({ ...kpi, baselineSource: currentTarget.value })}
        />
        <TextInput {...field('deadline')} type="date" />
        <TextInput {...field('deliveredBy')} />
        <NativeSelect
          label={t('kpiField.deliveredWhen')}
          value={kpi.deliveredWhen}
          onChange={({ currentTarget }) =>
            onChange({ ...kpi, deliveredWhen: DELIVERY_TIMES.find((when) => when === currentTarget.value) ?? 'T+21' })
          }
          data={DELIVERY_TIMES.map((when) => ({ value: when, label: t(`when.${when === 'day 45' ? 'day45' : when}`) }))}
        />
      </SimpleGrid>
      <TextInput {...field('definition')} mt="sm" />
      <FromSeries kpi={kpi} campaignId={campaignId} onChange={onChange} />
      <Formulas kpi={kpi} platforms={platforms} onChange={onChange} />
      <Button variant="subtle" size="xs" mt="xs" onClick={onRemove}>
        {t('goal.removeKpi', { name: t(`kpi.${kpi.name}`) })}
      </Button>
    </Fieldset>
  )
}
