import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatExact, formatShare } from '../../ui/format-number.ts'
import { Unknown } from '../../ui/Unknown.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { PlanNumber, usePlanPassport } from './PlanNumber.tsx'
import type { PlanVersion } from './use-plan-versions.ts'

const CELL_PX = 74
const NAME_PX = 150
/** Nobody compares more than these at a glance. */
const MOST = 12

/** Who shares an audience with whom, as a map of numbers; each tells between which bounds it lies. */
export function OverlapMap({ version, nameOf }: { version: PlanVersion; nameOf: (id: string) => string }) {
  const { t } = useTranslation()
  const passport = usePlanPassport(version)
  const { overlap } = version.plan
  if (overlap === undefined || overlap.ids.length < 2) return <Text size="sm">{t('planPage.noOverlap')}</Text>
  const ids = overlap.ids.slice(0, MOST)
  const pairs = ids.flatMap((one, row) =>
    ids.slice(row + 1).map((other, at) => ({ one, other, share: overlap.shares[row]?.[row + 1 + at] ?? null })),
  )
  const known = pairs.flatMap(({ share, ...pair }) => (share === null ? [] : [{ ...pair, share }]))
  const most = known.toSorted((a, b) => b.share - a.share)[0]
  if (most === undefined)
    return (
      <Text size="sm" data-testid="overlap">
        {t('planPage.overlapUnknown')}
      </Text>
    )
  return (
    <figure className="chart" data-testid="overlap">
      <figcaption>
        <Text fw={600}>
          {t('planPage.overlapTitle', { one: nameOf(most.one), other: nameOf(most.other), share: formatShare(most.share) })}
        </Text>
        <Text size="sm">{t('planPage.overlapNote')}</Text>
        {overlap.of > ids.length && <Text size="sm">{t('planPage.overlapSome', { n: ids.length, of: formatExact(overlap.of) })}</Text>}
      </figcaption>
      <ScrollTable minWidth={NAME_PX + ids.length * CELL_PX}>
        <Table fz="xs" withRowBorders={false} className="plan-map">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <span className="sr-only">{t('creators.name')}</span>
              </Table.Th>
              {ids.map((id) => (
                <Table.Th key={id} ta="right" className="plan-map-head" scope="col">
                  {nameOf(id)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ids.map((one, row) => (
              <Table.Tr key={one}>
                <Table.Th scope="row" className="plan-map-head">
                  {nameOf(one)}
                </Table.Th>
                {ids.map((other, column) => {
                  const share = overlap.shares[row]?.[column] ?? null
                  if (row === column)
                    return (
                      <Table.Td key={other} className="number" c="dimmed">
                        –
                      </Table.Td>
                    )
                  if (share === null)
                    return (
                      <Table.Td key={other} className="number">
                        <Unknown why={t('planPage.audienceUnknown')} />
                      </Table.Td>
                    )
                  const range = `${formatShare(overlap.low[row]?.[column] ?? 0)}–${formatShare(overlap.high[row]?.[column] ?? 1)}`
                  return (
                    <Table.Td
                      key={other}
                      className="number"
                      style={{ background: `color-mix(in srgb, var(--accent) ${Math.round(share * 32)}%, transparent)` }}
                    >
                      <PlanNumber
                        label={t('planPage.overlapOf', { one: nameOf(one), other: nameOf(other) })}
                        text={formatShare(share)}
                        lines={passport(t('planPage.shareOfSmaller'), t('planPage.overlapFormula'), [t('planPage.bounds'), range])}
                      />
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </figure>
  )
}
