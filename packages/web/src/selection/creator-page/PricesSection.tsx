import { Stack, Table, Text, Title } from '@mantine/core'
import type { CreatorPage, RankedMeasure } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { RateNote } from '../../campaigns/RateNote.tsx'
import { asPlatform } from '../../ui/choices.ts'
import { formatCount, formatFen, formatMoment, formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { EnterQuoteButton } from './EnterQuote.tsx'
import { PriceCard, type Price } from './PriceCard.tsx'

/** Price truth: every quote taken apart, what it buys, and where it stands among peers. */
export function PricesSection({ page }: { page: CreatorPage }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { account, prices, forecast, rate } = page
  const quiet = prices.prices.filter(({ standing }) => standing !== 'current').length
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('price.intro')}
      </Text>
      <RateNote />
      <Text size="sm">
        {t(prices.chosen === null ? 'price.planNone' : 'price.planWith', { because: read(prices.because).replace(/[.。]$/, '') })}
      </Text>
      {prices.prices.length > 0 && forecast === null && <Text size="sm">{t('price.noForecast')}</Text>}
      {prices.prices.length > 0 && (
        <Text size="sm" c="dimmed">
          {rate === null ? t('price.rateUnknown') : t('price.cpeBasis', { rate: formatShare(rate.value), basis: read(rate.basis) })}
        </Text>
      )}
      {prices.evenViews !== null && (
        <Text size="sm" c="dimmed">
          {t('price.even', { views: formatCount(prices.evenViews, language) })}
        </Text>
      )}
      <EnterQuoteButton creatorId={page.id} account={account} />
      <Cards page={page} isShown={({ standing }) => standing === 'current'} />
      {quiet > 0 && (
        <details open={quiet === prices.prices.length}>
          <summary>{t('price.quiet', { n: quiet })}</summary>
          <Cards page={page} isShown={({ standing }) => standing !== 'current'} />
        </details>
      )}
      <Title order={3} size="h5">
        {t('price.peers')}
      </Title>
      <Peers page={page} />
    </Stack>
  )
}

function Cards({ page: { prices, forecast }, isShown }: { page: CreatorPage; isShown: (price: Price) => boolean }) {
  return (
    <ul className="notes price-cards">
      {prices.prices.map(
        (price, index) =>
          isShown(price) && (
            <PriceCard
              key={`${price.quote.format}${price.quote.source}${price.quote.filed}${price.quote.observedAt}${price.quote.listFen}${index}`}
              price={price}
              isPlanned={index === prices.chosen}
              forecast={forecast}
            />
          ),
      )}
    </ul>
  )
}

const IN_FEN: readonly RankedMeasure[] = ['priceFen', 'cpmFen', 'cpeFen']

function Peers({ page: { peers, tier, account } }: { page: CreatorPage }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const platform = asPlatform(account.platform)
  if (peers.category === null || tier === null || peers.ranks.length === 0) return <Text size="sm">{t('price.peersNone')}</Text>
  if (peers.asOf === null) return <Text size="sm">{t('price.peersLater')}</Text>
  const write = (measure: RankedMeasure, value: number) => {
    if (IN_FEN.includes(measure)) return formatFen(Math.round(value))
    return measure === 'interactRate' ? formatShare(value) : formatCount(value, language)
  }
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('price.peersOf', {
          platform: platform ? t(`platform.${platform}`) : account.platform,
          tier: t(`page.tiers.${tier}`),
          category: peers.category,
          at: formatMoment(peers.asOf) ?? '',
        })}
      </Text>
      <ScrollTable minWidth={520}>
        <Table fz="sm" verticalSpacing={4} data-testid="peers">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('price.measureTitle')}</Table.Th>
              <Table.Th ta="right">{t('price.own')}</Table.Th>
              <Table.Th ta="right">{t('price.peerMedian')}</Table.Th>
              <Table.Th>{t('price.place')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {peers.ranks.map(({ measure, value, median, low, high, rank, n }) => (
              <Table.Tr key={measure}>
                <Table.Td>{t(`price.measure.${measure}`)}</Table.Td>
                <Table.Td className="number">{write(measure, value)}</Table.Td>
                <Table.Td className="number">
                  {median === null ? <Unknown why={t('price.tooFew', { n })} /> : write(measure, median)}
                  {low !== null && high !== null && (
                    <Text size="xs" c="dimmed">
                      {t('price.band', { low: write(measure, low), high: write(measure, high) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{rank === null ? t('price.tooFew', { n }) : t('price.below', { share: formatShare(rank), n })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </>
  )
}
