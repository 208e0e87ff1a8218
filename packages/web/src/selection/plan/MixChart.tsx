import { Table, Text } from '@mantine/core'
import { nameGuard } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatCount, formatExact, formatFen, formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { sumParts, type MixPart } from './sum-parts.ts'
import type { PlanVersion } from './use-plan-versions.ts'

/** What the money goes to, by type and by platform, and what each tier costs per thousand views. */
export function MixChart({ version }: { version: PlanVersion }) {
  const { t } = useTranslation()
  const names = useNames()
  const creators = version.plan.creators.map((creator) => ({ ...creator, costFen: creator.costFen + (creator.feeRoomFen ?? 0) }))
  const types = sumParts(creators, ({ type }) => type ?? null)
  const platforms = sumParts(creators, ({ platform }) => platform ?? null)
  const first = types[0]
  const nameOfType = (name: string | null) => (name === null ? t('ui.unknown') : names('type', name))
  return (
    <figure className="chart" data-testid="mix-chart">
      <figcaption>
        <Text fw={600}>
          {first ? t('planPage.mixTitle', { type: nameOfType(first.name), share: formatShare(first.share) }) : t('planPage.noMix')}
        </Text>
      </figcaption>
      <Bars title={t('planPage.byType')} parts={types} nameOf={nameOfType} />
      <Bars
        title={t('planPage.byPlatform')}
        parts={platforms}
        nameOf={(name) => (name === null ? t('ui.unknown') : names('platform', name))}
      />
      <TierTable version={version} nameOf={nameOfType} />
    </figure>
  )
}

function Bars({ title, parts, nameOf }: { title: string; parts: readonly MixPart[]; nameOf: (name: string | null) => string }) {
  const { t } = useTranslation()
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <dl className="plan-bars">
        {parts.map(({ name, count, costFen, share }) => (
          <div key={name ?? ''} className="plan-bar-row">
            <dt>{nameOf(name)}</dt>
            <dd className="plan-bar-track" aria-hidden>
              <span className="plan-bar" style={{ width: `${share * 100}%` }} />
            </dd>
            <dd className="number">
              {formatShare(share)} · {formatFen(costFen)} · {t('planPage.creatorsCount', { count, n: formatExact(count) })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function TierTable({ version, nameOf }: { version: PlanVersion; nameOf: (name: string | null) => string }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const tiers = version.plan.costByTier ?? []
  if (tiers.length === 0) return null
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" verticalSpacing={4} data-testid="tiers">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('planPage.tier')}</Table.Th>
            <Table.Th ta="right">{t('planPage.creators')}</Table.Th>
            <Table.Th ta="right">{t('planPage.costWithFee')}</Table.Th>
            <Table.Th ta="right">{t('planPage.shareOfCost')}</Table.Th>
            <Table.Th ta="right">{t('planPage.viewsOfTier')}</Table.Th>
            <Table.Th ta="right" miw={190} style={{ whiteSpace: 'normal' }}>
              {read(nameGuard('cpm', 'forecast'))}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tiers.map(({ type, count, costFen, share, views, viewsP10, viewsP90, perThousandViewsFen }) => (
            <Table.Tr key={type ?? ''}>
              <Table.Td className="number-left">{nameOf(type)}</Table.Td>
              <Table.Td className="number">{formatExact(count)}</Table.Td>
              <Table.Td className="number">{formatFen(costFen)}</Table.Td>
              <Table.Td className="number">{formatShare(share)}</Table.Td>
              <Table.Td className="number">
                {views === null ? <Unknown why={t('creators.noForecast')} /> : formatCount(views, language)}
                {viewsP10 !== undefined && viewsP90 !== undefined && (
                  <Text size="xs" c="dimmed">
                    {formatCount(viewsP10, language)}–{formatCount(viewsP90, language)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className="number">
                {perThousandViewsFen === null ? <Unknown why={t('creators.noForecast')} /> : formatFen(Math.round(perThousandViewsFen))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
