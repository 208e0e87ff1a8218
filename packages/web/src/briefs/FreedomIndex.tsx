import { Stack, Table, Text } from '@mantine/core'
import { DEMAND_TEXTS, FREEDOM_DEMANDS, type Freedom } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { AppLink } from '../ui/AppLink.tsx'

const FULL = 100

/** How much the brief leaves to the creator, with what each demand costs and the printed formula. */
export function FreedomIndex({ freedom }: { freedom: Freedom }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const label = (name: string) => {
    const demand = FREEDOM_DEMANDS.find((one) => one === name)
    return demand === undefined ? name : read(DEMAND_TEXTS[demand].label)
  }
  return (
    <Stack gap={4}>
      <Text>
        <b>{t('freedom.title')}</b> <span data-testid="freedom">{freedom.score}</span> / {FULL}
      </Text>
      <div className="meter" role="img" aria-label={`${t('freedom.title')} ${freedom.score} / ${FULL}`}>
        <span style={{ width: `${freedom.score}%` }} />
      </div>
      <details>
        <summary>{t('freedom.parts')}</summary>
        <Table fz="sm" verticalSpacing={4} maw={620}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('freedom.demand')}</Table.Th>
              <Table.Th ta="right">{t('freedom.value')}</Table.Th>
              <Table.Th ta="right">{t('freedom.cost')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {freedom.parts.map((part) => (
              <Table.Tr key={part.name}>
                <Table.Td>{label(part.name)}</Table.Td>
                <Table.Td className="number">{part.value}</Table.Td>
                <Table.Td className="number">−{part.cost}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="dimmed">
          {read(freedom.formula)} · {t('freedom.table', { version: freedom.tableVersion })} ·{' '}
          <AppLink to="/freedom" underline="always" size="xs">
            {t('freedomTable.open')}
          </AppLink>
        </Text>
      </details>
      {freedom.bestSingleChange && (
        <Text size="sm">{t('freedom.best', { change: read(freedom.bestSingleChange.change), gain: freedom.bestSingleChange.gain })}</Text>
      )}
      {freedom.lawWords.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('freedom.lawWords', { words: freedom.lawWords.join(t('ui.comma')) })}
        </Text>
      )}
    </Stack>
  )
}
