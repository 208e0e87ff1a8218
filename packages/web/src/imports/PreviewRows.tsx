import { Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import type { ImportReading } from './use-readings.ts'

const SHOWN_CELLS = 4

/** The first rows as they came, and what was understood of each. */
export function PreviewRows({ rows }: { rows: ImportReading['rows'] }) {
  const { t } = useTranslation()
  const names = useNames()
  if (rows.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5">
        {t('mapping.firstRows')}
      </Title>
      <ScrollTable minWidth={480}>
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('mapping.asItCame')}</Table.Th>
              <Table.Th>{t('mapping.understood')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ record, original, account, series }) => (
              <Table.Tr key={record}>
                <Table.Td data-raw>
                  {Object.values(original)
                    .filter((cell) => cell !== null && cell !== '')
                    .slice(0, SHOWN_CELLS)
                    .map((cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell)).slice(0, 40))
                    .join(' · ')}
                </Table.Td>
                <Table.Td>
                  {series?.map(({ subject, day, metric, value }) => (
                    <div key={metric}>
                      {t('mapping.day', { subject, day, metric: names('metric', metric), value: value.toLocaleString() })}
                    </div>
                  ))}
                  {account === null
                    ? (series?.length ?? 0) === 0 && t('mapping.nothing')
                    : t('mapping.account', {
                        platform: names('platform', account.platform),
                        name: account.displayName ?? account.accountId,
                        numbers: account.metrics.length,
                        prices: account.quotes.length,
                      })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </section>
  )
}
