import { Table, Text } from '@mantine/core'
import type { CreatorPage } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'

/** What nobody has delivered yet, and who could. */
export function UnknownSection({ unknown }: { unknown: CreatorPage['unknown'] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (unknown.length === 0) return <Text size="sm">{t('page.allKnown')}</Text>
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('page.unknownWhy')}
      </Text>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('page.what')}</Table.Th>
            <Table.Th>{t('page.whoCouldTell')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {unknown.map(({ code, name, who }) => (
            <Table.Tr key={code}>
              <Table.Td>{read(name)}</Table.Td>
              <Table.Td>{read(who)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
