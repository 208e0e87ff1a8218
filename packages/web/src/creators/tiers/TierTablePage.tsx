import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { AddTierRow } from './AddTierRow.tsx'
import { addRow, draftsOf, faultOf, tableOf, type TierDraft } from './tier-form.ts'
import { TierRowFields } from './TierRowFields.tsx'
import { useSaveTiers, useTiers, type StoredTiers } from './use-tiers.ts'

function TierForm({ stored }: { stored: StoredTiers }) {
  const { t } = useTranslation()
  const save = useSaveTiers()
  const [drafts, setDrafts] = useState(() => draftsOf(stored.table))
  const table = tableOf(drafts, shanghaiDayAfter(Date.now(), 0))
  const change = (next: (old: readonly TierDraft[]) => TierDraft[]) => {
    save.reset()
    setDrafts(next)
  }
  const shipped = new Set(stored.shipped.rows.flatMap(({ platforms }) => platforms))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (table !== null) save.mutate({ revision: stored.revision, table })
      }}
    >
      <Stack gap="sm">
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
        {save.error && <ProblemNotice error={save.error} />}
        <Group gap="xs">
          <Button type="submit" disabled={table === null} loading={save.isPending}>
            {t('tiers.save')}
          </Button>
          <Button variant="default" onClick={() => change(() => draftsOf(stored.shipped))}>
            {t('tiers.restore')}
          </Button>
          <Text size="sm" role="status">
            {save.isSuccess ? t('tiers.saved') : t(stored.revision === 0 ? 'tiers.isShipped' : 'tiers.isOwn', { n: stored.revision })}
          </Text>
        </Group>
      </Stack>
    </form>
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
