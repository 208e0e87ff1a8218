import { Group, Table, Text } from '@mantine/core'
import { nameSource } from '@kolibra/core/creators'
import type { CreatorPage, PriceStep } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { useMoney } from '../../campaigns/use-money.ts'
import { formatCount, formatFen, formatMoment, formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { layWaterfall } from './lay-waterfall.ts'

export type Price = CreatorPage['prices']['prices'][number]

const STANDING_CHIP = { current: 'outcome-pass', older: '', expired: 'outcome-warn', unfiled: 'outcome-block' } as const
const STANDING_SIGN = { current: '✓', older: '↶', expired: '!', unfiled: '⊘' } as const

interface PriceCardProps {
  readonly price: Price
  readonly isPlanned: boolean
  readonly forecast: CreatorPage['forecast']
}

/** One quote: how far it counts, its way from the rate card to what the brand pays, and what that buys. */
export function PriceCard({ price, isPlanned, forecast }: PriceCardProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const { quote, standing, steps, gaps, formula, faults, ruleId, feeRow } = price
  const filing = quote.filed === null ? null : t(quote.filed ? 'creators.filed' : 'creators.notFiled')
  const extras = [
    feeRow !== null && t('price.feeRoom', { share: formatShare(feeRow.share), source: feeRow.source }),
    quote.perThousandPlaysFen !== null && t('price.perThousand', { sum: formatFen(quote.perThousandPlaysFen) }),
    quote.commissionShare !== null && t('price.commission', { share: formatShare(quote.commissionShare) }),
    quote.gifts !== null && t('price.gifts', { gifts: quote.gifts }),
    quote.validUntil !== null && t('price.validUntil', { day: formatMoment(quote.validUntil)?.slice(0, 10) ?? '' }),
    ruleId !== null && t('price.breaks', { rule: ruleId }),
    gaps.length > 0 && t('price.gaps', { list: gaps.map((gap) => t(`price.gap.${gap}`)).join(t('ui.comma')) }),
  ].filter((line) => line !== false)
  return (
    <li className={standing === 'current' ? 'note price-card' : 'note price-card price-quiet'}>
      <Group gap="xs" justify="space-between">
        <Text fw={600}>{names('format', quote.format)}</Text>
        <Group gap={6}>
          {isPlanned && <span className="chip">★ {t('price.planned')}</span>}
          <span className={`chip ${STANDING_CHIP[standing]}`}>
            <span aria-hidden>{STANDING_SIGN[standing]}</span> {t(`price.standing.${standing}`)}
          </span>
          {filing !== null && standing !== 'unfiled' && <span className="chip">{filing}</span>}
        </Group>
      </Group>
      {faults.map(({ code, isFatal, because, fix }) => (
        <Text size="sm" key={`${code}${because.en}`}>
          <span className={isFatal ? 'chip outcome-block' : 'chip outcome-warn'}>
            <span aria-hidden>{isFatal ? '⊘' : '!'}</span> {t(isFatal ? 'price.faulty' : 'price.odd')}
          </span>{' '}
          {read(because)} {read(fix)}
        </Text>
      ))}
      <Waterfall steps={steps} />
      {formula !== null && /[×+]/.test(formula) && (
        <Text size="xs" c="dimmed">
          {t('price.formula')} <code>{formula}</code>
        </Text>
      )}
      <Outlook price={price} forecast={forecast} />
      {extras.map((line) => (
        <Text size="sm" key={line}>
          {line}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        {t('chart.source', { source: read(nameSource(quote.source)) })} {formatMoment(quote.observedAt)}
      </Text>
    </li>
  )
}

function Waterfall({ steps }: { steps: readonly PriceStep[] }) {
  const { t } = useTranslation()
  const tellMoney = useMoney()
  if (steps.length === 0) return null
  return (
    <dl className="waterfall">
      {layWaterfall(steps).map(({ part, fen, from, width, isLevel }) => (
        <div key={part} className={isLevel ? 'waterfall-row waterfall-level' : 'waterfall-row'}>
          <dt>{t(`price.parts.${part}`)}</dt>
          <dd className="waterfall-track" aria-hidden>
            <span className={fen < 0 ? 'waterfall-less' : 'waterfall-more'} style={{ marginInlineStart: `${from}%`, width: `${width}%` }} />
          </dd>
          <dd className="number">
            {fen < 0 ? '−' : isLevel ? '' : '+'}
            {part === 'total' ? tellMoney(fen) : formatFen(Math.abs(fen))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Of what stands on a forecast, cents beyond a thousand yuan say nothing. */
const roundFen = (fen: number) => (fen < 100_000 ? Math.round(fen) : 100 * Math.round(fen / 100))

const LEVELS = ['p10', 'p50', 'p90'] as const

function Outlook({ price: { cpmFen, cpeFen, perPlayFen }, forecast }: { price: Price; forecast: CreatorPage['forecast'] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const lines = [
    [t('price.cpm'), cpmFen],
    [t('price.cpe'), cpeFen],
    [t('price.perPlay'), perPlayFen],
  ] as const
  if (forecast === null || lines.every(([, at]) => at === null)) return null
  return (
    <ScrollTable minWidth={296}>
      <Table fz="sm" verticalSpacing={2} horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th style={{ whiteSpace: 'normal' }}>{t('price.ifViews')}</Table.Th>
            {LEVELS.map((level) => (
              <Table.Th key={level} ta="right">
                {formatCount(forecast[level], language)}
                <Text size="xs" c="dimmed" component="div">
                  {level.toUpperCase()}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(
            ([name, at]) =>
              at !== null && (
                <Table.Tr key={name}>
                  <Table.Td>{name}</Table.Td>
                  {LEVELS.map((level) => (
                    <Table.Td key={level} className="number">
                      {formatFen(roundFen(at[level]))}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ),
          )}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
