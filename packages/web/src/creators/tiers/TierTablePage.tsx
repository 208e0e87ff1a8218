import { Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { TableForm } from '../../ui/TableForm.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { AddTierRow } from './AddTierRow.tsx'
import { addRow, draftsOf, faultOf, tableOf, type TierDraft } from './tier-form.ts'
import { TierRowFields } from './TierRowFields.tsx'
import { useSaveTiers, useTiers, type StoredTiers } from './use-tiers.ts'

function TierForm({ stored }: { stored: StoredTiers }) {
  const { t } = useTranslation()
  const save = useSaveTiers()
  // The table that was typed over: a newer one that comes meanwhile is not written over.
  const [base, setBase] = useState(stored)
  const [drafts, setDrafts] = useState(() => draftsOf(base.table))
  const table = tableOf(drafts, shanghaiDayAfter(Date.now(), 0))
  const change = (next: (old: readonly TierDraft[]) => TierDraft[]) => {
    save.reset()
    setDrafts(next)
  }
  const shipped = new Set(stored.shipped.rows.flatMap(({ platforms }) => platforms))
  return (
    <TableForm
      saving={save}
      onSave={table && (() => save.mutate({ revision: base.revision, table }, { onSuccess: setBase }))}
      onRestore={() => change(() => draftsOf(stored.shipped))}
      words={{
        save: t('tiers.save'),
        restore: t('tiers.restore'),
        status: save.isSuccess ? t('tiers.saved') : t(base.revision === 0 ? 'tiers.isShipped' : 'tiers.isOwn', { n: base.revision }),
      }}
    >
      <ScrollTable minWidth={760}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['row', 'from', 'type', 'source', 'gradeTitle'] as const).map((key) => (
                <Table.Th key={key} scope="col">
                  {t(`tiers.${key}`)}
                </Table.Th>
              ))}
              <Table.Th aria-label={t('tiers.remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {drafts.map((draft, at) => (
              <TierRowFields
                key={`${draft.platform} ${draft.tier}`}
                draft={draft}
                fault={faultOf(draft, drafts)}
                onChange={(next) => change((old) => old.with(at, next))}
                onRemove={shipped.has(draft.platform) ? null : () => change((old) => old.toSpliced(at, 1))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <AddTierRow drafts={drafts} onAdd={(key) => change((old) => addRow(old, key))} />
    </TableForm>
  )
}

/** From how many followers on a creator is of a type, platform by platform, with where each threshold comes from. */
export function TierTablePage() {
  const { t } = useTranslation()
  const tiers = useTiers()
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('tiers.title')}
        </Title>
        <Text c="dimmed">{t('tiers.intro')}</Text>
        <Text size="sm">{t('tiers.celebrity')}</Text>
        <Text size="sm">{t('tiers.koc')}</Text>
      </div>
      {tiers.isPending && <Loading />}
      {tiers.error && <ProblemNotice error={tiers.error} onRetry={() => void tiers.refetch()} />}
      {tiers.data && <TierForm stored={tiers.data} />}
    </Stack>
  )
}
