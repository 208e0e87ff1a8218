import { Table, Text, useComputedColorScheme } from '@mantine/core'
import { nameSource, ofOneSource } from '@kolibra/core/creators'
import type { CreatorPage } from '@kolibra/core/selection'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Drawing } from '../../ui/Drawing.tsx'
import { formatCount, formatExact } from '../../ui/format-number.ts'
import { dayLinesOption } from '../../ui/day-lines-option.ts'
import { INK } from '../../ui/range-option.ts'
import { listFollowerPoints, type FollowerPoint } from './follower-points.ts'

const HEIGHT_PX = 200

function useTitle(points: readonly FollowerPoint[]): string {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const alike = ofOneSource(points)
  const [first, last] = [alike[0], alike.at(-1)]
  if (first === undefined || last === undefined) return ''
  const change = last.followers - first.followers
  const key = change > 0 ? 'page.grew' : change < 0 ? 'page.fell' : 'page.same'
  return t(key, { n: formatCount(Math.abs(change), language), from: first.day, to: last.day })
}

/** Followers over time: a line when they were counted on more than one day. */
export function FollowersChart({ history }: { history: CreatorPage['history'] }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const ink = INK[useComputedColorScheme('light')]
  const points = useMemo(() => listFollowerPoints(history), [history])
  const title = useTitle(points)
  const option = useMemo(
    () =>
      dayLinesOption({
        lines: [...new Set(points.map(({ source }) => source))].map((from) =>
          points.filter(({ source }) => source === from).map(({ day, followers }) => [day, followers] as const),
        ),
        ink,
        tell: (value) => formatCount(value, language),
      }),
    [points, ink, language],
  )
  if (new Set(ofOneSource(points).map(({ day }) => day)).size < 2) return <Text size="sm">{t('page.oneCount')}</Text>
  return (
    <figure className="chart">
      <figcaption>
        <Text fw={600}>{title}</Text>
      </figcaption>
      <Drawing option={option} height={HEIGHT_PX} />
      <details className="chart-table">
        <summary>{t('chart.table')}</summary>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('page.day')}</Table.Th>
              <Table.Th ta="right">{t('page.followers')}</Table.Th>
              <Table.Th>{t('page.source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.map(({ day, followers, source }, index) => (
              <Table.Tr key={`${day}${source}${index}`}>
                <Table.Td>{day}</Table.Td>
                <Table.Td className="number">{formatExact(followers)}</Table.Td>
                <Table.Td>{read(nameSource(source))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  )
}
