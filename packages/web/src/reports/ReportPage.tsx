import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { Report } from '@kolibra/core/reports'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { SpineRow } from '../gates/SpineRow.tsx'
import { useSpine } from '../gates/use-spine.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { formatIn, formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RangeChart } from '../ui/RangeChart.tsx'
import { GuardVerdicts } from './GuardVerdicts.tsx'
import { ReportNumber } from './ReportNumber.tsx'
import { GatesAndWaivers, KpiTable, PostTable } from './ReportTables.tsx'
import { RateNote } from '../campaigns/RateNote.tsx'
import { useCampaign } from '../campaigns/use-campaigns.ts'
import { SecondCurrencyContext } from '../campaigns/use-money.ts'
import { useReport } from './use-report.ts'

const route = getRouteApi('/campaigns/$id/report')

function KpiChart({ report }: { report: Report }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const items = useMemo(
    () =>
      report.kpis.map((kpi) => ({
        label: names('kpi', kpi.name),
        p10: kpi.p10,
        p50: kpi.p50,
        p90: kpi.p90,
        target: kpi.target.value,
        actual: kpi.actual.value,
      })),
    [report, names],
  )
  const judged = report.kpis.filter(({ verdict }) => verdict !== 'unknown')
  const reached = judged.filter(({ verdict }) => verdict === 'reached').length
  const title =
    judged.length === 0
      ? t('report.chartOpen', { n: report.kpis.length })
      : t('report.chartReached', { reached, judged: judged.length, n: report.kpis.length })
  const unitOf = (label: string) => report.kpis.find((kpi) => names('kpi', kpi.name) === label)?.unit ?? ''
  if (items.length === 0) return null
  return (
    <RangeChart
      title={title}
      unit={t('chart.percentOfTarget')}
      source={t('report.chartSource', { at: formatMoment(report.generatedAt) ?? '' })}
      items={items}
      format={(item, value) => formatIn(unitOf(item.label), value, language)}
    />
  )
}

function ReportBody({ report }: { report: Report }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const section = (title: string, content: React.ReactNode) => (
    <section className="report-section">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {content}
    </section>
  )
  return (
    <Stack gap="lg">
      <Text>{read(report.goalSentence)}</Text>
      <Text size="sm" c="dimmed">
        {report.frozen
          ? t('goal.frozenHash', { at: formatMoment(report.frozen.at) ?? '', hash: report.frozen.hash.slice(0, 12) })
          : t('goal.freezeWhen')}
      </Text>
      {report.numbers.length > 0 && (
        <dl className="counts" data-testid="report-numbers">
          {report.numbers.map((number) => (
            <div key={number.label.en}>
              <dt>{read(number.label)}</dt>
              <dd>
                <ReportNumber number={number} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {section(
        t('report.kpis'),
        <>
          <KpiChart report={report} />
          <KpiTable kpis={report.kpis} />
          {report.guardRails && report.guardRails.length > 0 && <GuardVerdicts rails={report.guardRails} />}
        </>,
      )}
      {section(t('report.posts'), <PostTable posts={report.posts} />)}
      {section(t('report.gates'), <GatesAndWaivers gates={report.gates} waivers={report.waivers} />)}
    </Stack>
  )
}

/** The report: every number opens its source, unit, formula and as-of time; prints as it stands. */
export function ReportPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const report = useReport(id)
  const campaign = useCampaign(id)
  const spine = useSpine(id)
  if (report.isPending) return <Loading />
  if (report.error) return <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t('report.title', { name: report.data.campaign })}
          </Title>
          <Text size="sm" c="dimmed">
            {t('report.generatedAt', { at: formatMoment(report.data.generatedAt) ?? '' })} {t('report.numbersOpen')}
          </Text>
        </div>
        <Group gap="xs" className="no-print">
          <AppLink to="/campaigns/$id" params={{ id }} size="sm" underline="always">
            {t('report.back')}
          </AppLink>
          <Button variant="default" onClick={() => window.print()}>
            {t('report.print')}
          </Button>
        </Group>
      </Group>
      {spine.data && <SpineRow campaignId={id} spine={spine.data} current="report" />}
      <SecondCurrencyContext value={campaign.data?.campaign.secondCurrency ?? null}>
        <RateNote />
        <ReportBody report={report.data} />
      </SecondCurrencyContext>
    </Stack>
  )
}
