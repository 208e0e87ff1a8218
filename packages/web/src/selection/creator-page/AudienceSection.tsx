import { Stack, Table, Text } from '@mantine/core'
import { nameSource, type Audience } from '@kolibra/core/creators'
import type { CreatorPage, ProfileObservation } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatExact, formatMoment, formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { listShareRows } from './audience-rows.ts'

const TRAITS = ['gender', 'age', 'cityTier', 'province'] as const
/** Observations that stand side by side; a later import says more than a fourth column would. */
const COMPARED = 3
type Seen = ProfileObservation & { readonly audience: Audience }

/** Who follows or watches, by gender, age, city tier and province; each import that saw it is a column, the newest first and drawn. */
export function AudienceSection({ history }: { history: CreatorPage['history'] }) {
  const { t } = useTranslation()
  const seen = history
    .flatMap((observation): Seen[] => (observation.audience === null ? [] : [{ ...observation, audience: observation.audience }]))
    .toReversed()
  const [newest] = seen
  if (newest === undefined) return <Text size="sm">{t('creators.noAudience')}</Text>
  const { basis, n } = newest.audience
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('page.audienceOf', {
          basis: t(`page.basis.${basis}`),
          n: n === null ? t('page.sampleUnknown') : t('page.sample', { n: formatExact(n) }),
        })}
      </Text>
      <div className="audience-charts">
        {TRAITS.map((trait) => (
          <TraitTable key={trait} trait={trait} seen={seen.slice(0, COMPARED)} />
        ))}
      </div>
    </Stack>
  )
}

function TraitTable({ trait, seen }: { trait: (typeof TRAITS)[number]; seen: readonly Seen[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const rows = listShareRows(seen.map(({ audience }) => audience[trait]))
  if (rows.length === 0)
    return (
      <Text size="sm">
        <b>{t(`page.${trait}`)}</b> <Unknown why={t('page.nobodySaid')} />
      </Text>
    )
  return (
    <ScrollTable minWidth={140 + 110 * seen.length}>
      <Table fz="sm" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`page.${trait}`)}</Table.Th>
            {seen.map(({ source, observedAt, keptAt }, index) => (
              <Table.Th key={`${source}${observedAt}${keptAt}`} ta="right" {...(index === 0 ? { colSpan: 2 } : {})}>
                {read(nameSource(source))}
                <small>{formatMoment(observedAt ?? keptAt)?.slice(0, 10) ?? t('page.dayUnknown')}</small>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, shares }) => (
            <Table.Tr key={name}>
              <Table.Td data-raw={trait === 'gender' ? undefined : ''}>{trait === 'gender' ? names('gender', name) : name}</Table.Td>
              <Table.Td className="share-bar" aria-hidden>
                <span style={{ width: `${100 * (shares[0] ?? 0)}%` }} />
              </Table.Td>
              {shares.map((share, index) => (
                <Table.Td key={index} className="number">
                  {share === null ? <Unknown why={t('page.nobodySaid')} /> : formatShare(share)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
