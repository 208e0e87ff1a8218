import { Button, Checkbox, List, Table } from '@mantine/core'
import type { PlanResult } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joinReasons } from '@kolibra/core/shared'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useMoney } from '../campaigns/use-money.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { useNames } from '../app/i18n/use-names.ts'
import { RangeBar } from '../ui/RangeBar.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { ToneFitCell } from './ToneFitCell.tsx'
import { useToneFits } from './use-plans.ts'

const SHOWN = 15

interface MixTableProps {
  readonly campaignId: string
  readonly plan: PlanResult
  readonly nameOf: (id: string) => string
  readonly picked: ReadonlySet<string>
  readonly onPick: (id: string) => void
}

// A mix of fifty creators with eight reasons each would bury the table.
function Reasons({ of }: { of: Pick<PlanResult, 'because' | 'becauseZh'> }) {
  const { read } = useLanguage()
  const lines = joinReasons(of).map(read)
  const [first, ...rest] = lines
  if (rest.length === 0) return first
  return (
    <details>
      <summary>{first}</summary>
      <List size="sm" spacing={0}>
        {rest.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </details>
  )
}

/** Who is in the mix: role, reasons, cost, filing and forecast. */
export function MixTable({ campaignId, plan, nameOf, picked, onPick }: MixTableProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const tellMoney = useMoney()
  const [isWhole, setWhole] = useState(false)
  const tones = useToneFits(campaignId).data
  const fitOf = new Map(tones?.items.map(({ creatorId, fit }) => [creatorId, fit] as const))
  const shown = isWhole ? plan.creators : plan.creators.slice(0, SHOWN)
  const top = Math.max(1, ...plan.creators.map(({ forecast }) => forecast?.p90 ?? 0))
  return (
    <>
      <ScrollTable minWidth={860}>
        <Table fz="sm" verticalSpacing="xs" data-testid="mix">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <span className="sr-only">{t('ui.selection')}</span>
              </Table.Th>
              <Table.Th>{t('creators.name')}</Table.Th>
              <Table.Th>{t('plan.role')}</Table.Th>
              <Table.Th>{t('fact.format')}</Table.Th>
              <Table.Th ta="right">{t('planPage.costWithFee')}</Table.Th>
              <Table.Th>{t('creators.filing')}</Table.Th>
              <Table.Th miw={170}>{t('creators.forecast')}</Table.Th>
              {tones?.isWished && <Table.Th>{t('plan.tone')}</Table.Th>}
              <Table.Th>{t('plan.because')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, role, roleZh, format, costFen, feeRoomFen = 0, filed, forecast, because, becauseZh }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    checked={picked.has(id)}
                    onChange={() => onPick(id)}
                    aria-label={t('ui.select', { name: nameOf(id) })}
                  />
                </Table.Td>
                <Table.Td fw={600}>
                  <AppLink to="/creators/$id" params={{ id }} search={{ campaign: campaignId }} size="sm" underline="always">
                    {nameOf(id)}
                  </AppLink>
                </Table.Td>
                <Table.Td>{read({ en: role, zh: roleZh ?? role })}</Table.Td>
                <Table.Td>{names('format', format)}</Table.Td>
                <Table.Td className="number">{tellMoney(costFen + feeRoomFen)}</Table.Td>
                <Table.Td>
                  {filed === null ? <Unknown why={t('creators.notInFile')} /> : t(filed ? 'creators.filed' : 'creators.notFiled')}
                </Table.Td>
                <Table.Td>
                  {forecast ? (
                    <RangeBar p10={forecast.p10} p50={forecast.p50} p90={forecast.p90} unit={forecast.unit} top={top} />
                  ) : (
                    <Unknown why={t('creators.noForecast')} />
                  )}
                </Table.Td>
                {tones?.isWished && (
                  <Table.Td>
                    <ToneFitCell fit={fitOf.get(id)} />
                  </Table.Td>
                )}
                <Table.Td>
                  <Reasons of={{ because, becauseZh }} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      {plan.creators.length > SHOWN && (
        <Button variant="subtle" size="xs" onClick={() => setWhole(!isWhole)} style={{ alignSelf: 'flex-start' }}>
          {isWhole ? t('plan.showFewer') : t('plan.showAll', { n: plan.creators.length })}
        </Button>
      )}
    </>
  )
}
