import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { SERIES_METRICS, SERIES_NAMES, seriesNeeded, subjectsOfSeries, type Campaign, type SeriesMetricName } from '@kolibra/core/campaigns'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../ui/shanghai-day.ts'
import { parseNumber } from '../ui/parse-number.ts'
import { useSeriesDays, useTypeDays, type SeriesKey } from './use-series.ts'

const subjectFor = (metric: SeriesMetricName, campaign: Campaign) =>
  subjectsOfSeries(metric, campaign).find((subject) => subject.includes(':')) ?? `brand:${campaign.brand}`

/** Says when the campaign would not read what is about to be typed, and what it reads instead. */
function Unread({ metric, subject, campaign }: { metric: SeriesMetricName; subject: string; campaign: Campaign }) {
  const { t } = useTranslation()
  const read = subjectsOfSeries(metric, campaign)
  const isNeeded = seriesNeeded(campaign).includes(metric)
  if (isNeeded && read.includes(subject.trim())) return null
  const kpi = t(`kpi.${SERIES_METRICS[metric].kpi}`)
  return (
    <Text size="sm" role="status">
      {isNeeded ? t('series.otherSubject', { kpi, read: read.join(t('ui.comma')) }) : t('series.noKpi', { kpi })}
    </Text>
  )
}

/** One number of one day, typed in; the day goes on by itself, so that a week is typed without the mouse. */
export function TypeDays({ campaign, onTyped }: { campaign: Campaign; onTyped: (key: SeriesKey) => void }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const [metric, setMetric] = useState<SeriesMetricName>(() => seriesNeeded(campaign)[0] ?? 'followers')
  const [subject, setSubject] = useState(() => subjectFor(metric, campaign))
  const [day, setDay] = useState(() => shanghaiDayAfter(Date.now(), -1))
  const [value, setValue] = useState('')
  const [source, setSource] = useState('')
  const known = useSeriesDays({ subject, metric })
  const type = useTypeDays()
  const amount = parseNumber(value)
  const { unit, name } = SERIES_METRICS[metric]
  const submit = () => {
    if (amount === null) return
    const seen = known.data?.items.find((each) => each.day === day)?.stands.value ?? null
    type.mutate(
      { subject, metric, source, values: [{ day, value: amount, ...(known.data ? { seen } : {}) }] },
      {
        onSuccess: () => {
          onTyped({ subject, metric })
          setValue('')
          setDay(shanghaiDayAfter(Date.parse(`${day}T00:00:00Z`), 1))
        },
      },
    )
  }
  return (
    <form
      aria-label={t('series.type')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="xs">
        <Group align="end" gap="sm">
          <NativeSelect
            label={t('series.metric')}
            value={metric}
            data={SERIES_NAMES.map((each) => ({ value: each, label: read(SERIES_METRICS[each].name) }))}
            onChange={({ currentTarget }) => {
              const next = SERIES_NAMES.find((each) => each === currentTarget.value) ?? 'followers'
              setMetric(next)
              setSubject(subjectFor(next, campaign))
            }}
          />
          <TextInput
            label={t('series.subject')}
            value={subject}
            required
            pattern="[a-z_]+:.+"
            title={t('series.subjectHint')}
            list="read-subjects"
            onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          />
          <TextInput label={t('page.day')} type="date" value={day} required onChange={({ currentTarget }) => setDay(currentTarget.value)} />
          <TextInput
            label={`${t('series.value')} (${names('unit', unit)})`}
            inputMode="decimal"
            value={value}
            required
            onChange={({ currentTarget }) => setValue(currentTarget.value)}
          />
          <TextInput
            label={t('passport.source')}
            placeholder={read(SERIES_METRICS[metric].source)}
            value={source}
            required
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
          />
          <Button type="submit" loading={type.isPending} disabled={amount === null}>
            {t('series.save')}
          </Button>
        </Group>
        <datalist id="read-subjects">
          {subjectsOfSeries(metric, campaign).map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Unread metric={metric} subject={subject} campaign={campaign} />
        <span className="sr-only">{read(name)}</span>
        {type.error && <ProblemNotice error={type.error} />}
      </Stack>
    </form>
  )
}
