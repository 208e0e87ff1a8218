import { Table, Title } from '@mantine/core'
import { describeProblem, type PreviewRow } from '@kolibra/core/imports'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatMoment } from '../ui/format-number.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import type { ImportReading } from './use-readings.ts'

const SHOWN_CELLS = 4
const SHOWN_TITLE = 40

/** The first rows as they came, and what was understood of each. */
export function PreviewRows({ rows }: { rows: ImportReading['rows'] }) {
  const { t } = useTranslation()
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
            {rows.map((row) => (
              <Table.Tr key={row.record}>
                <Table.Td data-raw>
                  {Object.values(row.original)
                    .filter((cell) => cell !== null && cell !== '')
                    .slice(0, SHOWN_CELLS)
                    .map((cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell)).slice(0, 40))
                    .join(' · ')}
                </Table.Td>
                <Table.Td>
                  <Understood row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </section>
  )
}

function Understood({ row: { account, post, series, fault } }: { row: PreviewRow }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  if (fault !== null) return t('mapping.nothing', { why: read(describeProblem(fault.code)) })
  if (series !== null)
    return series.map(({ subject, day, metric, value }) => (
      <div key={metric}>{t('mapping.day', { subject, day, metric: names('metric', metric), value: value.toLocaleString() })}</div>
    ))
  if (account !== null)
    return t('mapping.account', {
      platform: names('platform', account.platform),
      name: account.displayName ?? account.accountId,
      numbers: account.metrics.length,
      prices: account.quotes.length,
    })
  if (post === null) return t('mapping.comment')
  const { platform, title, text, postId, publishedAt } = post
  const name = (title ?? text ?? postId).slice(0, SHOWN_TITLE)
  return publishedAt === null
    ? t('mapping.postUndated', { platform: names('platform', platform), name })
    : t('mapping.post', { platform: names('platform', platform), name, at: formatMoment(publishedAt) })
}
