import { Table, Text, Title } from '@mantine/core'
import { GUARDS, type GuardRail } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatIn } from '../ui/format-number.ts'

interface GuardTableProps {
  readonly rails: readonly GuardRail[]
  /** Beside the frozen ones: nothing is judged by these. */
  readonly isEdited?: boolean
}

/** The guard-rails of a goal, each with its limit, its source and who says the number. */
export function GuardTable({ rails, isEdited = false }: GuardTableProps) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const names = useNames()
  if (rails.length === 0) return <Text size="sm">{t('goalPage.noGuards')}</Text>
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {t('goalForm.guards')}
      </Title>
      <Table fz="sm" verticalSpacing="xs" className="cards-on-phone" data-testid={isEdited ? 'guard-rails-edited' : 'guard-rails'}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('goalForm.guards')}</Table.Th>
            <Table.Th ta="right">{t('goalForm.limit')}</Table.Th>
            <Table.Th>{t('passport.unit')}</Table.Th>
            <Table.Th>{t('kpiField.deliveredBy')}</Table.Th>
            <Table.Th>{t('goalForm.limitSource')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rails.map(({ metric, bound, value, unit, source, deliveredBy, deliveredWhen }) => (
            <Table.Tr key={`${metric}${bound}`}>
              <Table.Td fw={600}>{read(GUARDS[metric].name)}</Table.Td>
              <Table.Td className="number" data-label={t('goalForm.limit')}>
                {t(`bound.${bound}`)} {formatIn(unit, value, language)}
              </Table.Td>
              <Table.Td data-label={t('passport.unit')}>{names('unit', unit)}</Table.Td>
              <Table.Td data-label={t('kpiField.deliveredBy')}>
                {deliveredBy} · {t(`when.${deliveredWhen === 'day 45' ? 'day45' : deliveredWhen}`)}
              </Table.Td>
              <Table.Td data-label={t('goalForm.limitSource')}>{source}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
