import { Anchor, List, Table, Text } from '@mantine/core'
import type { Report } from '@kolibra/core/reports'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatIn, formatMoment } from '../ui/format-number.ts'
import { Unknown } from '../ui/Unknown.tsx'
import { ReportNumber } from './ReportNumber.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'

const VERDICT_SIGN = { reached: '✓', missed: '✕', unknown: '?' } as const

export function KpiTable({ kpis }: { kpis: Report['kpis'] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const value = (unit: string, number: number | null) =>
    number === null ? <Unknown why={t('report.noForecast')} /> : formatIn(unit, number, language)
  return (
    <ScrollTable minWidth={680}>
      <Table fz="sm" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>KPI</Table.Th>
            <Table.Th>{t('passport.unit')}</Table.Th>
            <Table.Th ta="right">P10 {t('plan.commit')}</Table.Th>
            <Table.Th ta="right">P50 {t('plan.plan')}</Table.Th>
            <Table.Th ta="right">P90 {t('plan.stretch')}</Table.Th>
            <Table.Th ta="right">{t('kpiField.target')}</Table.Th>
            <Table.Th ta="right">{t('chart.actual')}</Table.Th>
            <Table.Th>{t('report.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kpis.map((kpi) => (
            <Table.Tr key={kpi.name}>
              <Table.Td fw={600}>{names('kpi', kpi.name)}</Table.Td>
              <Table.Td>{names('unit', kpi.unit)}</Table.Td>
              <Table.Td className="number">{value(kpi.unit, kpi.p10)}</Table.Td>
              <Table.Td className="number">{value(kpi.unit, kpi.p50)}</Table.Td>
              <Table.Td className="number">{value(kpi.unit, kpi.p90)}</Table.Td>
              <Table.Td className="number">
                <ReportNumber number={kpi.target} />
              </Table.Td>
              <Table.Td className="number">
                <ReportNumber number={kpi.actual} />
              </Table.Td>
              <Table.Td>
                <span className={`chip verdict-${kpi.verdict}`}>
                  <span aria-hidden>{VERDICT_SIGN[kpi.verdict]}</span> {t(`reportVerdict.${kpi.verdict}`)}
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

export function PostTable({ posts }: { posts: Report['posts'] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  if (posts.length === 0) return <Text size="sm">{t('report.noPosts')}</Text>
  return (
    <ScrollTable minWidth={940}>
      <Table fz="sm" verticalSpacing="xs" data-testid="report-posts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('creators.name')}</Table.Th>
            <Table.Th>{t('fact.platform')}</Table.Th>
            <Table.Th>{t('report.publishedAt')}</Table.Th>
            <Table.Th ta="right">{t('report.forecast')}</Table.Th>
            <Table.Th ta="right">{t('counts.views')}</Table.Th>
            <Table.Th ta="right">{t('report.interactions')}</Table.Th>
            <Table.Th ta="right">{t('plan.cost')}</Table.Th>
            <Table.Th ta="right">{t('report.freedom')}</Table.Th>
            <Table.Th ta="right">{t('report.kept')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {posts.map((post, index) => (
            <Table.Tr key={`${post.creatorId}${post.url}${index}`}>
              <Table.Td fw={600}>
                {post.url ? (
                  <Anchor size="sm" underline="always" href={post.url} target="_blank" rel="noreferrer">
                    {post.creatorName ?? post.creatorId}
                  </Anchor>
                ) : (
                  (post.creatorName ?? post.creatorId)
                )}
              </Table.Td>
              <Table.Td>{names('platform', post.platform)}</Table.Td>
              <Table.Td className="number-left">{formatMoment(post.publishedAt) ?? t('report.notLive')}</Table.Td>
              <Table.Td className="number">
                {post.forecastP10 === null || post.forecastP50 === null || post.forecastP90 === null ? (
                  <Unknown why={t('report.noForecast')} />
                ) : (
                  [post.forecastP10, post.forecastP50, post.forecastP90].map((value) => formatIn('views', value, language)).join(' – ')
                )}
              </Table.Td>
              <Table.Td className="number">
                <ReportNumber number={post.views} />
              </Table.Td>
              <Table.Td className="number">
                <ReportNumber number={post.interactions} />
              </Table.Td>
              <Table.Td className="number">
                <ReportNumber number={post.costFen} />
              </Table.Td>
              <Table.Td className="number">{post.freedom && <ReportNumber number={post.freedom} />}</Table.Td>
              <Table.Td className="number">{post.kept && <ReportNumber number={post.kept} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

export function GatesAndWaivers({ gates, waivers }: Pick<Report, 'gates' | 'waivers'>) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <>
      <List size="sm">
        {gates.map(({ gate, state, passed, total }) => (
          <List.Item key={gate}>
            {names('gate', gate)}: {names('state', state)} ({t('spine.count', { passed, total })})
          </List.Item>
        ))}
      </List>
      {waivers.length === 0 ? (
        <Text size="sm">{t('report.noWaivers')}</Text>
      ) : (
        <List size="sm">
          {waivers.map((waiver) => (
            <List.Item key={`${waiver.gate}${waiver.code}${waiver.at}`}>
              {names('gate', waiver.gate)} · {waiver.code}:{' '}
              {t('waiver.by', { person: waiver.person, role: waiver.role, at: formatMoment(waiver.at) ?? '', reason: waiver.reason })}
            </List.Item>
          ))}
        </List>
      )}
    </>
  )
}
