import { Table, TextInput } from '@mantine/core'
import { DEMAND_TEXTS } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { faultOfCost, faultOfUsual, type CostDraft, type UsualDraft } from './freedom-form.ts'

const FIELDS = ['weight', 'free', 'cap'] as const
const FAULT_OF = { weight: 'points', free: 'count', cap: 'points' } as const

interface Rows<T> {
  readonly rows: readonly T[]
  readonly onChange: (rows: readonly T[]) => void
}

/** What each demand costs: points each, how many are free, at most how many points. */
export function CostRows({ rows, onChange }: Rows<CostDraft>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const change = (at: number, known: Partial<CostDraft>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...known } : row)))
  return (
    <ScrollTable minWidth={720}>
      <Table fz="sm" data-testid="freedom-costs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('freedom.demand')}</Table.Th>
            {FIELDS.map((field) => (
              <Table.Th key={field}>{t(`freedomTable.${field}`)}</Table.Th>
            ))}
            <Table.Th>{t('freedomTable.source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => {
            const name = read(DEMAND_TEXTS[row.name].label)
            const fault = faultOfCost(row)
            return (
              <Table.Tr key={row.name}>
                <Table.Th scope="row" style={{ whiteSpace: 'normal' }} miw={180}>
                  {name}
                </Table.Th>
                {FIELDS.map((field) => (
                  <Table.Td key={field} w={120}>
                    <TextInput
                      aria-label={t('ui.labelled', { label: t(`freedomTable.${field}`), text: name })}
                      inputMode="decimal"
                      value={row[field]}
                      error={fault === FAULT_OF[field] && t(`freedomTable.fault.${FAULT_OF[field]}`)}
                      onChange={(event) => change(at, { [field]: event.currentTarget.value })}
                    />
                  </Table.Td>
                ))}
                <Table.Td miw={200}>
                  <TextInput
                    aria-label={t('ui.labelled', { label: t('freedomTable.source'), text: name })}
                    value={row.source}
                    maxLength={500}
                    error={fault === 'source' && t('freedomTable.fault.source')}
                    onChange={(event) => change(at, { source: event.currentTarget.value })}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

/** How long a post usually is, by platform. */
export function UsualRows({ rows, onChange }: Rows<UsualDraft>) {
  const { t } = useTranslation()
  const change = (at: number, known: Partial<UsualDraft>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...known } : row)))
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" data-testid="freedom-usual">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('fact.platform')}</Table.Th>
            <Table.Th>{t('freedomTable.characters')}</Table.Th>
            <Table.Th>{t('freedomTable.source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => {
            const name = row.platform === null ? t('freedomTable.others') : t(`platform.${row.platform}`)
            const fault = faultOfUsual(row)
            return (
              <Table.Tr key={row.platform ?? 'others'}>
                <Table.Th scope="row" miw={140}>
                  {name}
                </Table.Th>
                <Table.Td w={160}>
                  <TextInput
                    aria-label={t('ui.labelled', { label: t('freedomTable.characters'), text: name })}
                    inputMode="numeric"
                    value={row.characters}
                    error={fault === 'characters' && t('freedomTable.fault.characters')}
                    onChange={(event) => change(at, { characters: event.currentTarget.value })}
                  />
                </Table.Td>
                <Table.Td miw={200}>
                  <TextInput
                    aria-label={t('ui.labelled', { label: t('freedomTable.source'), text: name })}
                    value={row.source}
                    maxLength={500}
                    error={fault === 'source' && t('freedomTable.fault.source')}
                    onChange={(event) => change(at, { source: event.currentTarget.value })}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
