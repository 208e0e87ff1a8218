import { Table } from '@mantine/core'
import { GUARDS } from '@kolibra/core/campaigns'
import type { Report } from '@kolibra/core/reports'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatIn } from '../ui/format-number.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { ReportNumber } from './ReportNumber.tsx'

const SIGN = { kept: '✓', broken: '✕', unknown: '?' } as const
const CHIP = { kept: 'reached', broken: 'missed', unknown: 'unknown' } as const

/** Whether each guard-rail held, by the limit that was frozen. */
export function GuardVerdicts({ rails }: { rails: NonNullable<Report['guardRails']> }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" verticalSpacing="xs" data-testid="report-guards">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('goalForm.guards')}</Table.Th>
            <Table.Th ta="right">{t('goalForm.limit')}</Table.Th>
            <Table.Th ta="right">{t('chart.actual')}</Table.Th>
            <Table.Th>{t('report.verdict')}</Table.Th>
            <Table.Th>{t('goalForm.limitSource')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rails.map(({ metric, bound, limit, unit, source, actual, verdict }) => (
            <Table.Tr key={`${metric}${bound}`}>
              <Table.Td fw={600}>{read(GUARDS[metric].name)}</Table.Td>
              <Table.Td className="number">
                {t(`bound.${bound}`)} {formatIn(unit, limit, language)}
              </Table.Td>
              <Table.Td className="number">
                <ReportNumber number={actual} />
              </Table.Td>
              <Table.Td>
                <span className={`chip verdict-${CHIP[verdict]}`}>
                  <span aria-hidden>{SIGN[verdict]}</span> {t(`guardVerdict.${verdict}`)}
                </span>
              </Table.Td>
              <Table.Td>{source}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
