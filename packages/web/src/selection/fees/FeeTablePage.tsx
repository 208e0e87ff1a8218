import { Button, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddPlatform } from '../../ui/AddPlatform.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { TableForm } from '../../ui/TableForm.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { addRow, draftsOf, faultOf, tableOf, type FeeDraft } from './fee-form.ts'
import { useFees, useSaveFees, type StoredFees } from './use-fees.ts'

interface RowProps {
  readonly draft: FeeDraft
  readonly onChange: (next: FeeDraft) => void
  readonly onRemove: () => void
}

function FeeRowFields({ draft, onChange, onRemove }: RowProps) {
  const { t } = useTranslation()
  const { platform } = draft
  const name = platform === null ? t('fees.others') : t(`platform.${platform}`)
  const fault = faultOf(draft)
  return (
    <Table.Tr>
      <Table.Th scope="row" miw={110} style={{ whiteSpace: 'normal' }}>
        {name}
      </Table.Th>
      <Table.Td w={150}>
        <TextInput
          aria-label={t('fees.shareOf', { name })}
          inputMode="decimal"
          rightSection={<span aria-hidden>%</span>}
          value={draft.percent}
          error={fault === 'percent' && t('fees.fault.percent')}
          onChange={(event) => onChange({ ...draft, percent: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td miw={240}>
        <TextInput
          aria-label={t('fees.sourceOf', { name })}
          maxLength={500}
          value={draft.source}
          error={fault === 'source' && t('fees.fault.source')}
          onChange={(event) => onChange({ ...draft, source: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        {platform !== null && (
          <Button variant="subtle" size="compact-sm" aria-label={t('fees.removeOf', { name })} onClick={onRemove}>
            {t('fees.remove')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function FeeForm({ stored }: { stored: StoredFees }) {
  const { t } = useTranslation()
  const save = useSaveFees()
  // The table that was typed over: a newer one that comes meanwhile is not written over.
  const [base, setBase] = useState(stored)
  const [drafts, setDrafts] = useState(() => draftsOf(base.table))
  const table = tableOf(drafts, shanghaiDayAfter(Date.now(), 0))
  const change = (next: (old: readonly FeeDraft[]) => FeeDraft[]) => {
    save.reset()
    setDrafts(next)
  }
  return (
    <TableForm
      saving={save}
      onSave={table && (() => save.mutate({ revision: base.revision, table }, { onSuccess: setBase }))}
      onRestore={() => change(() => draftsOf(stored.shipped))}
      words={{
        save: t('fees.save'),
        restore: t('fees.restore'),
        status: save.isSuccess ? t('fees.saved') : t(base.revision === 0 ? 'fees.isShipped' : 'fees.isOwn', { n: base.revision }),
      }}
    >
      <ScrollTable minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['platform', 'share', 'source'] as const).map((key) => (
                <Table.Th key={key} scope="col">
                  {t(`fees.${key}`)}
                </Table.Th>
              ))}
              <Table.Th aria-label={t('fees.remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drafts.map((draft, at) => (
              <FeeRowFields
                key={draft.platform ?? ''}
                draft={draft}
                onChange={(next) => change((old) => old.with(at, next))}
                onRemove={() => change((old) => old.toSpliced(at, 1))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <AddPlatform
        rows={drafts}
        label={t('fees.platform')}
        add={t('fees.add')}
        onAdd={(platform) => change((old) => addRow(old, platform))}
      />
    </TableForm>
  )
}

/** What each platform takes on top of a price where a quote does not say it, with where that comes from. */
export function FeeTablePage() {
  const { t } = useTranslation()
  const fees = useFees()
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('fees.title')}
        </Title>
        <Text c="dimmed">{t('fees.intro')}</Text>
        <Text size="sm">{t('fees.effect')}</Text>
      </div>
      {fees.isPending && <Loading />}
      {fees.error && <ProblemNotice error={fees.error} onRetry={() => void fees.refetch()} />}
      {fees.data && <FeeForm stored={fees.data} />}
    </Stack>
  )
}
