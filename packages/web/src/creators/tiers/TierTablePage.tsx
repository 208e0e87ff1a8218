import { Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { draftsOf, faultOf, tableOf, type TierDraft, type TierFault } from './tier-form.ts'
import { useSaveTiers, useTiers, type StoredTiers } from './use-tiers.ts'

function TierRowFields({ draft, fault, onChange }: { draft: TierDraft; fault: TierFault | null; onChange: (next: TierDraft) => void }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const name = `${t(`platform.${draft.platform}`)} · ${t(`tiers.tier.${draft.tier}`)}`
  // A sentence that was typed in one language stands in both until somebody says it in the other.
  const sayIn = (text: string) =>
    draft.source.en === draft.source.zh || read(draft.source) === '' ? { en: text, zh: text } : { ...draft.source, [language]: text }
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>
        <TextInput
          aria-label={t('tiers.fromOf', { name })}
          inputMode="numeric"
          value={draft.fromFollowers}
          error={fault !== null && fault !== 'source' && t(`tiers.fault.${fault}`)}
          onChange={(event) => onChange({ ...draft, fromFollowers: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>{t(`type.${draft.type}`)}</Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('tiers.sourceOf', { name })}
          value={read(draft.source)}
          error={fault === 'source' && t('tiers.fault.source')}
          onChange={(event) => onChange({ ...draft, source: sayIn(event.currentTarget.value) })}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('tiers.gradeOf', { name })}
          value={draft.grade}
          onChange={(event) => onChange({ ...draft, grade: event.currentTarget.value === 'R' ? 'R' : 'A' })}
          data={[
            { value: 'R', label: t('tiers.grade.R') },
            { value: 'A', label: t('tiers.grade.A') },
          ]}
        />
      </Table.Td>
    </Table.Tr>
  )
}

function TierForm({ stored }: { stored: StoredTiers }) {
  const { t } = useTranslation()
  const save = useSaveTiers()
  const [drafts, setDrafts] = useState(() => draftsOf(stored.table))
  const table = tableOf(drafts, shanghaiDayAfter(Date.now(), 0))
  const change = (at: number, next: TierDraft) => {
    save.reset()
    setDrafts((old) => old.with(at, next))
  }
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
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {drafts.map((draft, at) => (
                <TierRowFields
                  key={`${draft.platform} ${draft.tier}`}
                  draft={draft}
                  fault={faultOf(draft, drafts)}
                  onChange={(next) => change(at, next)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
        {save.error && <ProblemNotice error={save.error} />}
        <Group gap="xs">
          <Button type="submit" disabled={table === null} loading={save.isPending}>
            {t('tiers.save')}
          </Button>
          <Button variant="default" onClick={() => setDrafts(draftsOf(stored.shipped))}>
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
