import { Checkbox, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatExact, formatFen, formatIn, formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import type { PlanHead } from './use-plan-versions.ts'

const MOST = 4
const NAME_PX = 120
const COLUMN_PX = 110

interface ScenarioCompareProps {
  readonly heads: readonly PlanHead[]
  readonly shownId: string
  readonly budgetFen: number
}

interface Row {
  readonly name: string
  readonly cells: readonly (string | null)[]
}

/** Versions and scenarios side by side; what differs from the shown one is marked. */
export function ScenarioCompare({ heads, shownId, budgetFen }: ScenarioCompareProps) {
  const { t } = useTranslation()
  const others = heads.filter(({ id }) => id !== shownId)
  const [picked, setPicked] = useState<readonly string[]>(() => others.slice(0, 2).map(({ id }) => id))
  const shown = heads.filter(({ id }) => id === shownId)
  const columns = [...shown, ...others.filter(({ id }) => picked.includes(id))]
  const rows = useRows(columns, budgetFen)
  const label = useVersionName()
  if (others.length === 0) return <Text size="sm">{t('planPage.nothingToCompare')}</Text>
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id].slice(-(MOST - 1)))
  return (
    <div data-testid="compare-plans">
      <Group gap="sm" mb="xs" role="group" aria-label={t('planPage.compareWith')}>
        {others.slice(0, 12).map((head) => (
          <Checkbox key={head.id} size="xs" label={label(head)} checked={picked.includes(head.id)} onChange={() => toggle(head.id)} />
        ))}
      </Group>
      <ScrollTable minWidth={NAME_PX + columns.length * COLUMN_PX}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <span className="sr-only">{t('planPage.what')}</span>
              </Table.Th>
              {columns.map((head) => (
                <Table.Th key={head.id} ta="right" scope="col" className="plan-map-head">
                  {label(head)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, cells }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                {cells.map((cell, column) => (
                  <Table.Td key={columns[column]?.id} className="number">
                    {cell === null ? <Unknown /> : <Marked text={cell} isOther={column > 0 && cell !== cells[0]} />}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Text size="xs" c="dimmed">
        {t('planPage.markedNote')}
      </Text>
    </div>
  )
}

// Marked by weight, sign and words, not by colour alone.
function Marked({ text, isOther }: { text: string; isOther: boolean }) {
  const { t } = useTranslation()
  if (!isOther) return text
  return (
    <span className="plan-differs">
      <span aria-hidden>≠ </span>
      <span className="sr-only">{t('planPage.differs')} </span>
      {text}
    </span>
  )
}

/** How a version is called: its number, a scenario by its name too. */
export function useVersionName() {
  return ({ version, scenario }: Pick<PlanHead, 'version' | 'scenario'>) => (scenario === null ? `v${version}` : `v${version} ${scenario}`)
}

function useRows(heads: readonly PlanHead[], budgetFen: number): Row[] {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const kpis = [...new Map(heads.flatMap((head) => head.kpis.map(({ name, unit }) => [name, unit] as const)))]
  const row = (name: string, read: (head: PlanHead) => string | null): Row => ({
    name,
    cells: heads.map((head) => (head.isFeasible ? read(head) : null)),
  })
  return [
    { name: t('campaign.budgetYuan'), cells: heads.map(({ ask }) => formatFen(ask.budgetFen ?? budgetFen)) },
    { name: t('planPage.locked'), cells: heads.map(({ ask }) => formatExact(ask.keep.length)) },
    row(t('plan.cost'), ({ costFen }) => formatFen(costFen)),
    row(t('planPage.creators'), ({ creators }) => formatExact(creators)),
    row(t('planPage.value'), ({ value }) => formatExact(Math.round(value))),
    row(t('planPage.gap'), ({ gap }) => formatShare(gap)),
    ...kpis.flatMap(([name, unit]) => {
      const kpiOf = (head: PlanHead) => head.kpis.find((kpi) => kpi.name === name)
      const tell = (head: PlanHead, key: 'p10' | 'p50' | 'p90') => {
        const value = kpiOf(head)?.[key]
        return value === undefined ? null : formatIn(unit, value, language)
      }
      return [
        row(`${names('kpi', name)} P10`, (head) => tell(head, 'p10')),
        row(`${names('kpi', name)} P50`, (head) => tell(head, 'p50')),
        row(`${names('kpi', name)} P90`, (head) => tell(head, 'p90')),
        row(t('planPage.chanceFor', { kpi: names('kpi', name) }), (head) => {
          const chance = kpiOf(head)?.pTarget
          return chance === undefined || chance === null ? null : formatShare(chance)
        }),
      ]
    }),
  ]
}
