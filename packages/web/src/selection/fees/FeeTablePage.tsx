import { Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { PLATFORMS, type Platform } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
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

function AddFeeRow({ drafts, onAdd }: { drafts: readonly FeeDraft[]; onAdd: (platform: Platform) => void }) {
  const { t } = useTranslation()
  const free = PLATFORMS.filter((platform) => !drafts.some((draft) => draft.platform === platform))
  const [asked, setAsked] = useState<string | null>(null)
  const picked = free.find((platform) => platform === asked) ?? free[0]
  if (picked === undefined) return null
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        label={t('fees.platform')}
        value={picked}
        onChange={(event) => setAsked(event.currentTarget.value)}
        data={free.map((value) => ({ value, label: t(`platform.${value}`) }))}
      />
      <Button variant="default" onClick={() => onAdd(picked)}>
        {t('fees.add')}
      </Button>
    </Group>
  )
}

function FeeForm({ stored }: { stored: StoredFees }) {
  const { t } = useTranslation()
  const save = useSaveFees()
  const [drafts, setDrafts] = useState(() => draftsOf(stored.table))
  const table = tableOf(drafts, shanghaiDayAfter(Date.now(), 0))
  const change = (next: (old: readonly FeeDraft[]) => FeeDraft[]) => {
    save.reset()
    setDrafts(next)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (table !== null) save.mutate({ revision: stored.revision, table })
      }}
    >
      <Stack gap="sm">
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
        <AddFeeRow drafts={drafts} onAdd={(platform) => change((old) => addRow(old, platform))} />
        {save.error && <ProblemNotice error={save.error} />}
        <Group gap="xs">
          <Button type="submit" disabled={table === null} loading={save.isPending}>
            {t('fees.save')}
          </Button>
          <Button variant="default" onClick={() => change(() => draftsOf(stored.shipped))}>
            {t('fees.restore')}
          </Button>
          <Text size="sm" role="status">
            {save.isSuccess ? t('fees.saved') : t(stored.revision === 0 ? 'fees.isShipped' : 'fees.isOwn', { n: stored.revision })}
          </Text>
        </Group>
      </Stack>
    </form>
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
