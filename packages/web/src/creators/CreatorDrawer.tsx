import { Drawer, List, Stack, Table, Text, Title } from '@mantine/core'
import { nameSource, type Account, type Metric, type Quote } from '@kolibra/core/creators'
import { joinReasons } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { AppLinkButton } from '../ui/AppLink.tsx'
import { asPlatform } from '../ui/choices.ts'
import { formatExact, formatFen, formatIn, formatMoment, formatShare } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RangeBar } from '../ui/RangeBar.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import type { CreatorDetail, CreatorForecast } from './creator-row.ts'
import { MetricUnit, useMetricText } from './MetricNumber.tsx'
import { usePassportRows } from './use-passport-rows.ts'
import { useCreator } from './use-creators.ts'
import { basisOf, nameOfCreator } from './creator-row.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

function MetricValue({ metric }: { metric: Metric }) {
  const { t } = useTranslation()
  const text = useMetricText()(metric)
  if (text === null) return <Unknown why={t('creators.notInFile')} />
  return <span title={metric.value === null ? undefined : formatExact(metric.value)}>{text}</span>
}

/** One number's passport: everything that says what it is and where it comes from. */
function MetricPassport({ metric }: { metric: Metric }) {
  const { t } = useTranslation()
  const names = useNames()
  const listRows = usePassportRows()
  return (
    <details className="passport">
      <summary>
        <span className="passport-name">{names('metric', metric.name)}</span>
        <span className="passport-value">
          <MetricValue metric={metric} /> <MetricUnit unit={metric.unit} />
        </span>
        <span className={`chip proof-${metric.proof}`}>{t(`proof.${metric.proof}`)}</span>
      </summary>
      <dl className="facts">
        {listRows(metric).map(({ name, value, isPrinted }) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd {...(isPrinted ? { 'data-raw': '' } : {})}>{value ?? <Unknown why={t('passport.notSaid')} />}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function QuoteTable({ quotes }: { quotes: readonly Quote[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const money = (amountFen: number | null) => (amountFen === null ? <Unknown why={t('creators.notInFile')} /> : formatFen(amountFen))
  const share = (value: number | null) => (value === null ? <Unknown why={t('creators.notInFile')} /> : formatShare(value))
  return (
    <ScrollTable minWidth={560}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('fact.format')}</Table.Th>
            <Table.Th ta="right">{t('creators.list')}</Table.Th>
            <Table.Th ta="right">{t('creators.rebate')}</Table.Th>
            <Table.Th ta="right">{t('creators.platformFee')}</Table.Th>
            <Table.Th ta="right">{t('creators.net')}</Table.Th>
            <Table.Th>{t('creators.filing')}</Table.Th>
            <Table.Th>{t('passport.source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {quotes.map((quote) => (
            <Table.Tr key={`${quote.format}${quote.source}${quote.filed}${quote.observedAt}${quote.listFen}`}>
              <Table.Td>{names('format', quote.format)}</Table.Td>
              <Table.Td className="number">{money(quote.listFen)}</Table.Td>
              <Table.Td className="number">{share(quote.rebate)}</Table.Td>
              <Table.Td className="number">{share(quote.platformFee)}</Table.Td>
              <Table.Td className="number">{money(quote.netFen)}</Table.Td>
              <Table.Td>
                {quote.filed === null ? <Unknown why={t('creators.notInFile')} /> : t(quote.filed ? 'creators.filed' : 'creators.notFiled')}
              </Table.Td>
              <Table.Td>
                {read(nameSource(quote.source))} {formatMoment(quote.observedAt)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

/** The forecast of a paid post as a range, and why. */
export function ForecastPart({ forecast }: { forecast: CreatorForecast | null }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  if (forecast === null) return <Text size="sm">{t('creators.noForecast')}</Text>
  const write = (value: number) => formatIn(forecast.unit, value, language)
  return (
    <Stack gap={4}>
      <RangeBar p10={forecast.p10} p50={forecast.p50} p90={forecast.p90} unit={forecast.unit} top={forecast.p90 * 1.2} label={false} />
      <Text size="sm" fw={600}>
        {t('ui.range', { p10: write(forecast.p10), p50: write(forecast.p50), p90: write(forecast.p90) })}
      </Text>
      <Text size="sm">
        {t('creators.forecastBasis', {
          posts: formatExact(forecast.posts),
          cohort: read({ en: forecast.cohort, zh: forecast.cohortZh ?? forecast.cohort }),
        })}
      </Text>
      <List size="sm">
        {joinReasons(forecast).map((line) => (
          <List.Item key={line.en}>{read(line)}</List.Item>
        ))}
      </List>
    </Stack>
  )
}

function Shares({ title, shares }: { title: string; shares: Readonly<Record<string, number>> }) {
  const names = useNames()
  const entries = Object.entries(shares).sort(([, a], [, b]) => b - a)
  if (entries.length === 0) return null
  return (
    <Text size="sm">
      <b>{title}</b>{' '}
      {entries
        .slice(0, 6)
        .map(([name, share]) => `${names('gender', name)} ${formatShare(share)}`)
        .join(' · ')}
    </Text>
  )
}

function AudiencePart({ audience }: { audience: Account['audience'] }) {
  const { t } = useTranslation()
  if (audience === null) return <Text size="sm">{t('creators.noAudience')}</Text>
  return (
    <Stack gap={2}>
      <Shares title={t('creators.gender')} shares={audience.gender} />
      <Shares title={t('creators.age')} shares={audience.age} />
      <Shares title={t('creators.cityTier')} shares={audience.cityTier} />
      <Shares title={t('creators.province')} shares={audience.province} />
    </Stack>
  )
}

function DetailBody({ detail }: { detail: CreatorDetail }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { account, forecast } = detail
  const type = detail.type ?? account.creatorType
  const platform = asPlatform(account.platform)
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {platform ? t(`platform.${platform}`) : account.platform} · {account.accountId}
        {account.mcn && ` · MCN ${account.mcn}`}
      </Text>
      <Text size="sm">
        <b>{t('creators.type')}</b>{' '}
        {type?.value
          ? t('creators.typeWith', { type: t(`type.${type.value}`), basis: read(basisOf(type)) })
          : type
            ? read(basisOf(type))
            : t('creators.noType')}
      </Text>
      <Title order={3} size="h5">
        {t('creators.forecastTitle')}
      </Title>
      <ForecastPart forecast={forecast} />
      <Title order={3} size="h5">
        {t('creators.prices')}
      </Title>
      {account.quotes.length === 0 ? <Text size="sm">{t('creators.noPrice')}</Text> : <QuoteTable quotes={account.quotes} />}
      <Title order={3} size="h5">
        {t('creators.audience')}
      </Title>
      <AudiencePart audience={account.audience} />
      <Title order={3} size="h5">
        {t('creators.metrics', { n: account.metrics.length })}
      </Title>
      <Text size="sm" c="dimmed">
        {t('creators.metricsWhy')}
      </Text>
      <div>
        {account.metrics.map((metric) => (
          <MetricPassport
            key={`${metric.name}${metric.source}${metric.column}${metric.tab}${metric.period}${metric.noteType}${metric.flow}${metric.observedAt}${metric.importId}`}
            metric={metric}
          />
        ))}
      </div>
    </Stack>
  )
}

/** All that is known of one creator, every number with its passport. */
export function CreatorDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const creator = useCreator(id)
  const title = creator.data ? nameOfCreator(creator.data.account) : t('creators.detail')
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {id !== undefined && creator.isPending && <Loading />}
      {creator.error && <ProblemNotice error={creator.error} onRetry={() => void creator.refetch()} />}
      {id !== undefined && creator.data && (
        <Stack gap="md">
          <AppLinkButton to="/creators/$id" params={{ id }} variant="default" size="sm" w="fit-content">
            {t('page.open')}
          </AppLinkButton>
          <DetailBody detail={creator.data} />
        </Stack>
      )}
    </Drawer>
  )
}
