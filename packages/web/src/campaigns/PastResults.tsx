import { Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import type { PastResult } from '@kolibra/core/campaigns'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatExact, formatFen } from '../ui/format-number.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import { OrderValueForm } from './OrderValueForm.tsx'
import { BLANK_RESULT, readResult, RESULT_COUNTS, RESULT_SUMS } from './past-result-form.ts'
import { useSaveCampaign, type CampaignRecord } from './use-campaigns.ts'

const FIELDS = ['views', ...RESULT_COUNTS, ...RESULT_SUMS] as const

/** What earlier campaigns brought per view: forecasts of followers, mentions and sales rest on it. */
export function PastResults({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const { campaign, version, id } = record
  const rows = campaign.pastResults ?? []
  const save = useSaveCampaign(id)
  const keep = (pastResults: readonly PastResult[]) => save.mutate({ version, campaign: { ...campaign, pastResults: [...pastResults] } })
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('pastResults.heading')}
      </Title>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('pastResults.intro')}
      </Text>
      {rows.length === 0 ? (
        <Text size="sm">{t('pastResults.none')}</Text>
      ) : (
        <ResultTable rows={rows} onRemove={(at) => keep(rows.filter((_, index) => index !== at))} />
      )}
      <AddResult key={rows.length} isSaving={save.isPending} onAdd={(row) => keep([...rows, row])} />
      <OrderValueForm key={`worth ${version}`} record={record} />
      {save.error && <ProblemNotice error={save.error} />}
    </Stack>
  )
}

function ResultTable({ rows, onRemove }: { rows: readonly PastResult[]; onRemove: (at: number) => void }) {
  const { t } = useTranslation()
  const tell = (row: PastResult, field: (typeof FIELDS)[number]) => {
    const value = row[field]
    if (value == null) return <Unknown why={t('pastResults.unknown')} />
    return field === 'paidFen' || field === 'refundFen' ? formatFen(value) : formatExact(value)
  }
  return (
    <ScrollTable minWidth={720}>
      <Table fz="sm" verticalSpacing={4} data-testid="past-results">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('passport.source')}</Table.Th>
            {FIELDS.map((field) => (
              <Table.Th key={field} ta="right">
                {t(`pastResults.field.${field}`)}
              </Table.Th>
            ))}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={`${row.source} ${row.views}`}>
              <Table.Td>{row.source}</Table.Td>
              {FIELDS.map((field) => (
                <Table.Td key={field} className="number">
                  {tell(row, field)}
                </Table.Td>
              ))}
              <Table.Td>
                <Button size="compact-xs" variant="subtle" onClick={() => onRemove(at)}>
                  {t('pastResults.remove')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function AddResult({ isSaving, onAdd }: { isSaving: boolean; onAdd: (row: PastResult) => void }) {
  const { t } = useTranslation()
  const [form, setForm] = useState(BLANK_RESULT)
  const row = readResult(form)
  return (
    <details>
      <summary>{t('pastResults.add')}</summary>
      <form
        aria-label={t('pastResults.add')}
        onSubmit={(event) => {
          event.preventDefault()
          if (row !== null) onAdd(row)
        }}
      >
        <Group align="end" gap="sm" mt="xs">
          {(['source', ...FIELDS] as const).map((field) => (
            <TextInput
              key={field}
              label={field === 'source' ? t('passport.source') : t(`pastResults.field.${field}`)}
              required={field === 'source' || field === 'views'}
              w={field === 'source' ? 220 : 130}
              inputMode={field === 'source' ? 'text' : 'decimal'}
              value={form[field]}
              onChange={({ currentTarget }) => setForm({ ...form, [field]: currentTarget.value })}
            />
          ))}
          <Button type="submit" variant="default" loading={isSaving} disabled={row === null}>
            {t('pastResults.keep')}
          </Button>
        </Group>
      </form>
    </details>
  )
}
