import { Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nameOfCreator, type CreatorRow } from '../creators/creator-row.ts'
import type { GridColumn } from '../ui/GridTable.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'

/** More than this no screen shows side by side. */
export const MOST_COMPARED = 6

interface CompareDialogProps {
  readonly rows: readonly CreatorRow[]
  readonly columns: readonly GridColumn<CreatorRow>[]
  readonly onClose: () => void
}

/** Up to six creators side by side: one per column, what the table knows of each per line. */
export function CompareDialog({ rows, columns, onClose }: CompareDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} size="auto" title={t('find.compare')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <ScrollTable minWidth={104 + 170 * rows.length}>
        <Table fz="sm" verticalSpacing="xs" data-testid="compare">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {rows.map((row) => (
                <Table.Th key={row.id} scope="col">
                  {nameOfCreator(row)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns
              .filter(({ key }) => key !== 'name')
              .map(({ key, header, unit, cell }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" className="compare-name">
                    {header} {unit && <span className="grid-unit-inline">{unit}</span>}
                  </Table.Th>
                  {rows.map((row) => (
                    <Table.Td key={row.id}>{cell(row)}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </Modal>
  )
}
