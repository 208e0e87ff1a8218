import { Anchor, Button, Checkbox, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { RulebookPacks } from './RulebookPacks.tsx'
import { SourceCheckDialog } from './SourceCheckDialog.tsx'
import { useMayDo } from './use-may-do.ts'
import { useGiveSource, useSources, type DueList, type DueSource } from './use-sources.ts'

function DueDay({ due }: { due: DueSource }) {
  const { t } = useTranslation()
  if (due.lastCheckedOn === null || due.dueOn === null) return <span className="due-late">! {t('rulebook.due.now')}</span>
  if (!due.isDue) return due.dueOn
  return (
    <span className="due-late">
      ! {due.lateDays === 0 || due.lateDays === null ? t('rulebook.due.now') : t('rulebook.due.late', { days: due.lateDays })}
    </span>
  )
}

interface RowProps {
  readonly due: DueSource
  readonly members: DueList['members']
  readonly onCheck: () => void
}

function DueRow({ due, members, onCheck }: RowProps) {
  const { t } = useTranslation()
  const give = useGiveSource()
  const [mayCheck, mayGive] = [useMayDo('rules.check'), useMayDo('rules.write')]
  const { source, owner } = due
  return (
    <Table.Tr data-testid="due-source">
      <Table.Th scope="row" className="due-source" lang="zh-CN" data-raw>
        {due.url === null ? (
          source
        ) : (
          <Anchor href={due.url} target="_blank" rel="noreferrer" size="sm" underline="always">
            {source}
          </Anchor>
        )}
      </Table.Th>
      <Table.Td>{t(`rulebook.due.kinds.${due.kind}`)}</Table.Td>
      <Table.Td>{due.lastCheckedOn ?? t('rules.notRecorded')}</Table.Td>
      <Table.Td>
        <DueDay due={due} />
      </Table.Td>
      <Table.Td>
        {mayGive && members.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t('rulebook.due.ownerOf', { source })}
            value={owner.id}
            onChange={({ currentTarget }) => give.mutate({ source, ownerId: currentTarget.value })}
            data={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          owner.name
        )}
        {give.error && <ProblemNotice error={give.error} />}
      </Table.Td>
      <Table.Td ta="right">{due.entries.length}</Table.Td>
      <Table.Td>
        {mayCheck && (
          <Button size="compact-sm" variant="default" aria-label={t('rulebook.due.checkOf', { source })} onClick={onCheck}>
            {t('rulebook.due.check')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

const COLUMNS = ['source', 'kind', 'last', 'when', 'owner', 'entries', 'check'] as const

/** Every source with its owner and when it is due; whoever looks at one records what they found. */
export function DueTab() {
  const { t } = useTranslation()
  const sources = useSources()
  const [isDueOnly, setDueOnly] = useState(false)
  const [checking, setChecking] = useState<string | null>(null)
  if (sources.isPending) return <Loading />
  if (sources.error) return <ProblemNotice error={sources.error} onRetry={() => void sources.refetch()} />
  const { items, members, today } = sources.data
  const due = items.filter(({ isDue }) => isDue)
  const shown = isDueOnly ? due : items
  const checked = items.find(({ source }) => source === checking)
  return (
    <Stack gap="sm">
      <RulebookPacks />
      <Text c="dimmed">{t('rulebook.due.intro')}</Text>
      <Text size="sm" role="status">
        {t('rulebook.due.count', { due: due.length, total: items.length })}
      </Text>
      <Checkbox label={t('rulebook.due.only')} checked={isDueOnly} onChange={(event) => setDueOnly(event.currentTarget.checked)} />
      {shown.length === 0 ? (
        <Text>{t('rulebook.due.none')}</Text>
      ) : (
        <ScrollTable minWidth={820}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {COLUMNS.map((column) => (
                  <Table.Th key={column} scope="col" {...(column === 'entries' ? { ta: 'right' as const } : {})}>
                    {t(`rulebook.due.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((one) => (
                <DueRow key={one.source} due={one} members={members} onCheck={() => setChecking(one.source)} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      )}
      {checked && <SourceCheckDialog due={checked} today={today} onClose={() => setChecking(null)} />}
    </Stack>
  )
}
