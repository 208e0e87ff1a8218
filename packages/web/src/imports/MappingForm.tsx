import { Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { listOtherCurrencies, type MappedColumn, type MappedTarget, type Mapping } from '@kolibra/core/imports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { asPlatform, PLATFORM_LIST } from '../ui/choices.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { ColumnDetails } from './ColumnDetails.tsx'
import { CHOICES, guessRowKind, keyOf, ROW_KINDS, suggestionFor, type RowKind } from './mapping-choices.ts'
import type { ImportReading } from './use-readings.ts'

type Chosen = Readonly<Record<string, MappedColumn>>

/** The known source on top of which a person explains what it leaves over; null for a table that no source knows. */
function baseOf({ report, mapping }: ImportReading): string | null {
  return mapping === null ? (report?.source.id ?? null) : mapping.base
}

/** The columns that are a person's to explain: all of them, or those that the known source leaves over. */
function openColumns(reading: ImportReading): ImportReading['columns'] {
  const { columns, report, mapping } = reading
  if (baseOf(reading) === null) return columns
  const open = new Set([...(report?.unmapped ?? []), ...(mapping?.columns.map(({ header }) => header) ?? [])])
  return columns.filter(({ header }) => open.has(header))
}

function startFrom({ columns, mapping }: ImportReading, kind: RowKind): Chosen {
  const known = new Map(mapping?.columns.map((column) => [column.header, column]))
  const chosen = columns.flatMap((column) => {
    const { header } = column
    const suggestion = suggestionFor(column, kind)
    const held = known.get(header) ?? (suggestion === null ? undefined : { header, target: suggestion })
    return held === undefined ? [] : [[header, held] as const]
  })
  return Object.fromEntries(chosen)
}

function useChoices(suggestion: MappedTarget | null, kind: RowKind) {
  const { t } = useTranslation()
  const names = useNames()
  const offered = CHOICES[kind].map(({ word, format, target }) => ({
    value: keyOf(target),
    label: names('target', word) + (format === undefined ? '' : ` · ${names('format', format)}`),
  }))
  const isOffered = suggestion === null || offered.some(({ value }) => value === keyOf(suggestion))
  const own = isOffered ? [] : [{ value: keyOf(suggestion), label: suggestion.to === 'metric' ? suggestion.name : keyOf(suggestion) }]
  return [{ value: '', label: t('mapping.unmapped') }, ...own, ...offered]
}

interface RowProps {
  readonly described: ImportReading['columns'][number]
  readonly column: MappedColumn | undefined
  readonly kind: RowKind
  readonly onChange: (column: MappedColumn | null) => void
}

function ColumnRow({ described, column, kind, onChange }: RowProps) {
  const { t } = useTranslation()
  const { header, samples } = described
  const suggestion = suggestionFor(described, kind)
  const choices = useChoices(column?.target ?? suggestion, kind)
  const choose = (key: string) => {
    const target = CHOICES[kind].find((choice) => keyOf(choice.target) === key)?.target ?? (key === '' ? null : suggestion)
    onChange(target === null ? null : { header, target })
  }
  return (
    <Table.Tr>
      <Table.Td fw={600} data-raw>
        {header}
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('mapping.holds', { header })}
          value={column === undefined ? '' : keyOf(column.target)}
          data={choices}
          onChange={({ currentTarget: { value } }) => choose(value)}
        />
        {column && <ColumnDetails column={column} onChange={onChange} />}
        {column && listOtherCurrencies([column]).length > 0 && (
          <Text size="sm" role="alert">
            {t('mapping.otherCurrency')}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-raw>{samples.join(t('ui.comma')) || '–'}</Table.Td>
    </Table.Tr>
  )
}

/** What each column of a table holds, said by a person; kept under a name and offered when such a table comes again. */
export function MappingForm({ reading, busy, onDone }: { reading: ImportReading; busy: boolean; onDone: (mapping: Mapping) => void }) {
  const { t } = useTranslation()
  const names = useNames()
  const base = baseOf(reading)
  const [kind, setKind] = useState<RowKind>(() => reading.mapping?.holds ?? (base === null ? guessRowKind(reading.columns) : 'accounts'))
  const [chosen, setChosen] = useState(() => startFrom(reading, kind))
  const [name, setName] = useState(reading.mapping?.name ?? '')
  const [platform, setPlatform] = useState<string>(reading.mapping?.platform ?? '')
  const [subject, setSubject] = useState(reading.mapping?.subject ?? '')
  const columns = openColumns(reading).flatMap(({ header }) => chosen[header] ?? [])
  const ofDays = kind === 'series'
  const needsSubject =
    ofDays && subject.trim() === '' && !columns.some(({ target }) => target.to === 'identity' || target.to === 'profileUrl')
  const changeKind = (next: RowKind) => {
    setKind(next)
    setChosen(startFrom({ ...reading, mapping: null }, next))
  }
  const change = (header: string, column: MappedColumn | null) =>
    setChosen(({ [header]: _old, ...rest }) => (column === null ? rest : { ...rest, [header]: column }))
  return (
    <Stack gap="sm" data-testid="mapping-form">
      <Title order={3} size="h5">
        {t('mapping.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('mapping.how')}
      </Text>
      <Group align="end" gap="sm">
        <TextInput label={t('mapping.name')} value={name} maxLength={80} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        {base === null && (
          <NativeSelect
            label={t('mapping.rowIs')}
            value={kind}
            data={ROW_KINDS.map((each) => ({ value: each, label: names('rowKind', each) }))}
            onChange={({ currentTarget: { value } }) => changeKind(ROW_KINDS.find((each) => each === value) ?? 'accounts')}
          />
        )}
        <NativeSelect
          label={t('mapping.platform')}
          value={platform}
          data={[
            { value: '', label: t('mapping.rowsSay') },
            ...PLATFORM_LIST.map((each) => ({ value: each, label: names('platform', each) })),
          ]}
          onChange={({ currentTarget }) => setPlatform(currentTarget.value)}
        />
        {ofDays && (
          <TextInput
            label={t('series.subject')}
            description={t('series.subjectHint')}
            value={subject}
            maxLength={120}
            onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          />
        )}
      </Group>
      <ScrollTable minWidth={480}>
        <Table verticalSpacing={4} fz="sm" layout="fixed" className="broken-words">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.column')}</Table.Th>
              <Table.Th w="40%">{t('mapping.meaning')}</Table.Th>
              <Table.Th>{t('mapping.samples')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {openColumns(reading).map((described) => (
              <ColumnRow
                key={described.header}
                described={described}
                kind={kind}
                column={chosen[described.header]}
                onChange={(column) => change(described.header, column)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Group>
        <Button
          loading={busy}
          disabled={name.trim() === '' || columns.length === 0 || needsSubject || listOtherCurrencies(columns).length > 0}
          onClick={() =>
            onDone({
              name: name.trim(),
              base,
              holds: kind,
              platform: asPlatform(platform),
              columns,
              ...(ofDays && subject.trim() !== '' ? { subject: subject.trim() } : {}),
            })
          }
        >
          {t('mapping.apply')}
        </Button>
      </Group>
    </Stack>
  )
}
