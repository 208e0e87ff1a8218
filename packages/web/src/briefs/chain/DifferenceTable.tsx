import { Button, Group, Table, Text, TextInput } from '@mantine/core'
import { PLAYBACK_FIELD_TEXTS } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import type { BriefVersion } from '../use-briefs.ts'
import { useItemNames } from './use-item-names.ts'
import { useSettle, type ChainDifference, type ChainLink } from './use-chain.ts'

interface TableProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly link: ChainLink
  readonly name: string
}

function Row({ campaignId, version, link, difference }: Omit<TableProps, 'name'> & { difference: ChainDifference }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const itemName = useItemNames(version.brief)
  const [note, setNote] = useState('')
  const settle = useSettle(campaignId, version.id)
  const { field, itemId, expected, said, key, settlement } = difference
  const tell = (values: readonly string[]) => {
    if (field === 'missing') return values.map((value, index) => names(index === 0 ? 'platform' : 'format', value)).join(' · ')
    if (field === 'platform') return values.map((value) => names('platform', value)).join(' · ')
    if (field === 'format') return values.map((value) => names('format', value)).join(' · ')
    return values.join(field === 'window' ? ' – ' : ' · ')
  }
  const go = (how: 'brief_stands' | 'playback_stands') =>
    settle.mutate({
      partyId: link.party.id,
      key,
      how,
      note: note.trim() || null,
      // The party itself lets the brief stand; the desk speaks for it.
      ...(how === 'brief_stands' ? { actingFor: { partyId: link.party.id } } : {}),
    })
  return (
    <Table.Tr data-testid="difference" data-field={field}>
      <Table.Th scope="row">
        {read(PLAYBACK_FIELD_TEXTS[field])}
        <Text size="xs" c="dimmed">
          {itemName(itemId)}
        </Text>
      </Table.Th>
      <Table.Td>{tell(expected) || '—'}</Table.Td>
      <Table.Td>{tell(said) || t('briefChain.notSaid')}</Table.Td>
      <Table.Td>
        {settlement !== null ? (
          <Text size="sm">
            ✓ {t(`settled.${settlement.how}`)}
            {settlement.note !== null && ` · ${settlement.note}`}
          </Text>
        ) : (
          <Group gap="xs">
            <TextInput
              size="xs"
              aria-label={t('briefChain.settleNote')}
              placeholder={t('briefChain.settleNote')}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
            <Button size="compact-sm" variant="default" loading={settle.isPending} onClick={() => go('brief_stands')}>
              {t('settle.brief_stands')}
            </Button>
            <Button size="compact-sm" variant="default" loading={settle.isPending} onClick={() => go('playback_stands')}>
              {t('settle.playback_stands')}
            </Button>
          </Group>
        )}
        {settle.error && <ProblemNotice error={settle.error} />}
      </Table.Td>
    </Table.Tr>
  )
}

/** What the brief asks and what a party understood, side by side, until each line is settled. */
export function DifferenceTable({ name, ...props }: TableProps) {
  const { t } = useTranslation()
  return (
    <ScrollTable minWidth={560}>
      <Table fz="sm" verticalSpacing={4} aria-label={t('briefChain.differencesOf', { name })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('briefChain.field')}</Table.Th>
            <Table.Th>{t('briefChain.briefSays')}</Table.Th>
            <Table.Th>{t('briefChain.saidByThem')}</Table.Th>
            <Table.Th>{t('briefChain.settle')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.link.differences.map((difference) => (
            <Row key={difference.key} {...props} difference={difference} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
