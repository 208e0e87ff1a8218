import { Stack, Table, Text, Title } from '@mantine/core'
import type { RelationNumber } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { ExperienceForm } from './ExperienceForm.tsx'
import { ExperienceList } from './ExperienceList.tsx'
import { PreferencesPart } from './PreferencesPart.tsx'
import { useRelationship } from './use-relationship.ts'

function NumberTable({ numbers }: { numbers: readonly RelationNumber[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <ScrollTable minWidth={480}>
      <Table fz="sm" verticalSpacing={4} data-testid="relationship">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('relation.number')}</Table.Th>
            <Table.Th ta="right">{t('relation.kOfN')}</Table.Th>
            <Table.Th>{t('dossier.source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {numbers.map(({ code, k, n, source }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row">{t(`relation.code.${code}`)}</Table.Th>
              <Table.Td className="number">{k === null ? <Unknown why={t('relation.nothing')} /> : `${k} / ${n}`}</Table.Td>
              <Table.Td>{read(source)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

interface Props {
  readonly creatorId: string
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
}

/** Working together over all campaigns: what was agreed, kept, refused and praised, what both sides say, and what to respect. */
export function RelationSection({ creatorId, campaigns }: Props) {
  const { t } = useTranslation()
  const relationship = useRelationship(creatorId)
  if (relationship.isPending) return <Loading />
  if (relationship.error) return <ProblemNotice error={relationship.error} onRetry={() => void relationship.refetch()} />
  const { numbers, experiences, preferences } = relationship.data
  return (
    <Stack gap="sm">
      <NumberTable numbers={numbers} />
      <Title order={3} size="h5">
        {t('relation.experiences')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('relation.why')}
      </Text>
      <ExperienceList creatorId={creatorId} experiences={experiences} />
      <ExperienceForm creatorId={creatorId} campaigns={campaigns} />
      <Title order={3} size="h5">
        {t('relation.preferences')}
      </Title>
      <PreferencesPart creatorId={creatorId} preferences={preferences} />
    </Stack>
  )
}
