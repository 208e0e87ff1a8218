import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { SORTABLE, sortOf, type SortKey } from './creators-view.ts'

/** Sorts by any field, also by those without a column; the header of a column does the same by a click. */
export function SortSelect({ sort, onChange }: { sort: string | undefined; onChange: (sort: string | undefined) => void }) {
  const { t } = useTranslation()
  const names = useNames()
  const nameOf = (key: SortKey) => (key === 'name' ? t('creators.name') : names('field', key))
  const order = sortOf(sort) ?? { column: 'followers' as const, descending: true }
  const write = (column: string, descending: boolean) =>
    onChange(column === 'followers' && descending ? undefined : `${descending ? '-' : ''}${column}`)
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Select
        label={t('find.sortBy')}
        allowDeselect={false}
        searchable
        data={SORTABLE.map((key) => ({ value: key, label: nameOf(key) }))}
        value={order.column}
        onChange={(column) => column !== null && write(column, column !== 'name')}
        w={190}
      />
      <Select
        aria-label={t('find.direction')}
        allowDeselect={false}
        data={[
          { value: 'down', label: t('find.descending') },
          { value: 'up', label: t('find.ascending') },
        ]}
        value={order.descending ? 'down' : 'up'}
        onChange={(way) => write(order.column, way === 'down')}
        w={140}
      />
    </Group>
  )
}
