import { Stack, Table, Text, Title } from '@mantine/core'
import type { FreedomTable } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddPlatform } from '../../ui/AddPlatform.tsx'
import { formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { PageSection } from '../../ui/PageSection.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { TableForm } from '../../ui/TableForm.tsx'
import { useFreedomTable } from '../use-briefs.ts'
import { addUsual, draftOf, nextVersion, tableOf, type FreedomDraft } from './freedom-form.ts'
import { CostRows, UsualRows } from './FreedomRows.tsx'
import { useFreedomHistory, useSaveFreedom } from './use-freedom-tables.ts'

interface Stored {
  readonly revision: number
  readonly table: FreedomTable
  readonly shipped: FreedomTable
}

function WeightsForm({ stored, save }: { stored: Stored; save: ReturnType<typeof useSaveFreedom> }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(stored.table))
  const table = tableOf(draft, nextVersion(stored.table.version, stored.revision))
  const change = (next: FreedomDraft) => {
    save.reset()
    setDraft(next)
  }
  const standing = stored.revision === 0 ? t('freedomTable.isShipped') : t('freedomTable.isOwn', { version: stored.table.version })
  return (
    <TableForm
      saving={save}
      onSave={table && (() => save.mutate({ revision: stored.revision, table }))}
      onRestore={() => change(draftOf(stored.shipped))}
      words={{
        save: t('freedomTable.save'),
        restore: t('freedomTable.restore'),
        status: save.isSuccess ? t('freedomTable.saved', { version: stored.table.version }) : standing,
      }}
    >
      <PageSection id="costs" title={t('freedomTable.costs')}>
        <CostRows rows={draft.costs} onChange={(costs) => change({ ...draft, costs })} />
      </PageSection>
      <PageSection id="usual" title={t('freedomTable.usual')}>
        <UsualRows rows={draft.usual} onChange={(usual) => change({ ...draft, usual })} />
      </PageSection>
      <AddPlatform
        rows={draft.usual}
        label={t('freedomTable.ownLength')}
        add={t('freedomTable.add')}
        onAdd={(platform) => change(addUsual(draft, platform))}
      />
    </TableForm>
  )
}

function History() {
  const { t } = useTranslation()
  const history = useFreedomHistory()
  if (history.isPending) return <Loading />
  if (history.error) return <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />
  if (history.data.length === 0) return <Text size="sm">{t('freedomTable.noChange')}</Text>
  return (
    <ScrollTable minWidth={480}>
      <Table fz="sm" verticalSpacing={4} data-testid="freedom-history">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('freedomTable.version')}</Table.Th>
            <Table.Th>{t('freedomTable.who')}</Table.Th>
            <Table.Th>{t('freedomTable.when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.data.map(({ revision, table, setBy, setAt }) => (
            <Table.Tr key={revision}>
              <Table.Td data-raw>{table.version}</Table.Td>
              <Table.Td data-raw>{setBy ?? t('dossier.someone')}</Table.Td>
              <Table.Td className="number-left">{formatMoment(setAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

/** What each demand of a brief costs a creator's freedom, how long posts usually are, and who changed that when. */
export function FreedomTablePage() {
  const { t } = useTranslation()
  const read = useFreedomTable()
  const save = useSaveFreedom()
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('freedomTable.title')}
        </Title>
        <Text c="dimmed">{t('freedomTable.intro')}</Text>
        <Text size="sm">{t('freedomTable.assumed')}</Text>
      </div>
      {read.isPending && <Loading />}
      {read.error && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && <WeightsForm key={read.data.revision} stored={read.data} save={save} />}
      <PageSection id="history" title={t('freedomTable.history')}>
        <History />
      </PageSection>
    </Stack>
  )
}
