import { Button, Fieldset, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { DELIVERY_TIMES, GUARD_METRICS, GUARDS, type GuardRail } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import type { GuardForm } from './campaign-form.ts'

const blankRail = (metric: GuardRail['metric']): GuardForm => ({
  metric,
  bound: GUARDS[metric].bound,
  unit: GUARDS[metric].unit,
  value: '',
  source: '',
  deliveredBy: '',
  deliveredWhen: 'T+7',
})

interface RailProps {
  readonly rail: GuardForm
  readonly onChange: (rail: GuardForm) => void
  readonly onRemove: () => void
}

function Rail({ rail, onChange, onRemove }: RailProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const { name, formula } = GUARDS[rail.metric]
  const field = <K extends 'value' | 'source' | 'deliveredBy'>(key: K) => ({
    value: rail[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...rail, [key]: event.currentTarget.value }),
  })
  return (
    <Fieldset legend={`${read(name)} (${rail.unit === 'share' ? '0–1' : names('unit', rail.unit)})`}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <TextInput {...field('value')} label={t(`bound.${rail.bound}`)} inputMode="decimal" required />
        <TextInput {...field('source')} label={t('goalForm.limitSource')} required />
        <TextInput {...field('deliveredBy')} label={t('kpiField.deliveredBy')} />
        <NativeSelect
          label={t('kpiField.deliveredWhen')}
          value={rail.deliveredWhen}
          onChange={({ currentTarget }) =>
            onChange({ ...rail, deliveredWhen: DELIVERY_TIMES.find((when) => when === currentTarget.value) ?? 'T+7' })
          }
          data={DELIVERY_TIMES.map((when) => ({ value: when, label: t(`when.${when === 'day 45' ? 'day45' : when}`) }))}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={4}>
        {read(formula)}
      </Text>
      <Button variant="subtle" size="xs" mt="xs" onClick={onRemove}>
        {t('goalForm.removeGuard', { name: read(name) })}
      </Button>
    </Fieldset>
  )
}

interface GuardFieldsProps {
  readonly rails: readonly GuardForm[]
  readonly onChange: (rails: readonly GuardForm[]) => void
}

/** What must not get worse while the goal is pursued: each limit with its source. */
export function GuardFields({ rails, onChange }: GuardFieldsProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const missing = GUARD_METRICS.filter((metric) => !rails.some((rail) => rail.metric === metric))
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{t('goalForm.guards')}</Text>
        <Text size="sm" c="dimmed">
          {t('goalForm.guardsWhy')}
        </Text>
      </div>
      {rails.map((rail, index) => (
        <Rail
          key={`${index}${rail.metric}`}
          rail={rail}
          onChange={(next) => onChange(rails.map((old, at) => (at === index ? next : old)))}
          onRemove={() => onChange(rails.filter((old) => old !== rail))}
        />
      ))}
      <Group gap="xs">
        {missing.map((metric) => (
          <Button key={metric} variant="default" size="xs" onClick={() => onChange([...rails, blankRail(metric)])}>
            {t('goalForm.addGuard', { name: read(GUARDS[metric].name) })}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
