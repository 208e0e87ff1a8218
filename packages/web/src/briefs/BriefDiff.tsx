import { Table, Text } from '@mantine/core'
import { diffBriefs, type Brief, type BriefChange } from '@kolibra/core/briefs'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { tellValue } from './tell-value.ts'

const wordsOf = (item: BriefChange['before']) => item?.text?.zh || item?.text?.en || ''

function ChangeRows({ change }: { change: BriefChange }) {
  const { t } = useTranslation()
  const names = useNames()
  const section = names('briefSection', change.section)
  const kind = t(`briefChange.${change.kind}`)
  if (change.fields.length === 0)
    return (
      <Table.Tr>
        <Table.Td>{section}</Table.Td>
        <Table.Td>{kind}</Table.Td>
        <Table.Td>{wordsOf(change.before) || '—'}</Table.Td>
        <Table.Td>{wordsOf(change.after) || '—'}</Table.Td>
      </Table.Tr>
    )
  return change.fields.map(({ path, before, after }) => (
    <Table.Tr key={path}>
      <Table.Td>
        {section} · {names('briefField', path)}
      </Table.Td>
      <Table.Td>{kind}</Table.Td>
      <Table.Td>{path === 'weight' ? names('weight', tellValue(before)) : tellValue(before)}</Table.Td>
      <Table.Td>{path === 'weight' ? names('weight', tellValue(after)) : tellValue(after)}</Table.Td>
    </Table.Tr>
  ))
}

interface BriefDiffProps {
  readonly before: Brief
  readonly after: Brief
  readonly version: number
}

/** What a version changed against the one before, field by field. */
export function BriefDiff({ before, after, version }: BriefDiffProps) {
  const { t } = useTranslation()
  const changes = useMemo(() => diffBriefs(before, after), [before, after])
  return (
    <details data-testid="brief-diff">
      <summary>{t('briefChange.title', { version, count: changes.length })}</summary>
      {changes.length === 0 ? (
        <Text size="sm">{t('briefChange.none')}</Text>
      ) : (
        <ScrollTable minWidth={560}>
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('briefChange.where')}</Table.Th>
                <Table.Th>{t('briefChange.what')}</Table.Th>
                <Table.Th>{t('briefChange.before')}</Table.Th>
                <Table.Th>{t('briefChange.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map((change) => (
                <ChangeRows key={`${change.kind} ${change.id}`} change={change} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      )}
    </details>
  )
}
