import { Stack, Table, Text, useComputedColorScheme } from '@mantine/core'
import type { CreatorPage, HeldPost } from '@kolibra/core/selection'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Drawing } from '../../ui/Drawing.tsx'
import { formatCount, formatExact, formatMoment, formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { VirtualTable, type ReadColumn } from '../../ui/VirtualTable.tsx'
import { MatchedPosts } from './MatchedPosts.tsx'
import { kindOf, listDrawable, postChartOption } from './post-chart-option.ts'

type Group = CreatorPage['groups'][number]
type Spread = NonNullable<Group['views']>
const HEIGHT_PX = 300

/** The posts held: drawn, their medians apart for everyday, sponsored and unsaid, and all of them as a table. */
export function PostsSection({ page }: { page: Pick<CreatorPage, 'id' | 'posts' | 'groups' | 'splitPosts'> }) {
  const { t } = useTranslation()
  const { posts, groups } = page
  if (posts.length === 0)
    return (
      <>
        <Text size="sm">{t('posts.none')}</Text>
        <MatchedPosts page={page} />
      </>
    )
  return (
    <Stack gap="md">
      <PostChart posts={posts} groups={groups} />
      <SplitTable groups={groups} />
      <PostTable posts={posts} />
      <MatchedPosts page={page} />
    </Stack>
  )
}

function useFinding(groups: readonly Group[]): string {
  const { t } = useTranslation()
  const viewsOf = (kind: string) => groups.find((group) => group.kind === kind)?.views?.median ?? null
  const [everyday, sponsored] = [viewsOf('everyday'), viewsOf('sponsored')]
  if (everyday !== null && sponsored !== null && everyday > 0) return t('posts.ratio', { share: formatShare(sponsored / everyday) })
  if (everyday !== null) return t('posts.everydayOnly')
  return sponsored === null ? t('posts.unmarked') : t('posts.sponsoredOnly')
}

function PostChart({ posts, groups }: { posts: readonly HeldPost[]; groups: readonly Group[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const scheme = useComputedColorScheme('light')
  const finding = useFinding(groups)
  const option = useMemo(
    () =>
      postChartOption({
        posts,
        nameOf: (kind) => t(`posts.kind.${kind}`),
        axis: t('posts.viewsLog'),
        format: (value) => formatCount(value, language),
        scheme,
      }),
    [posts, language, scheme, t],
  )
  return (
    <figure className="chart">
      <figcaption>
        <Text fw={600}>{finding}</Text>
      </figcaption>
      {listDrawable(posts).length === 0 ? <Text size="sm">{t('posts.noViews')}</Text> : <Drawing option={option} height={HEIGHT_PX} />}
      <Text size="xs" c="dimmed">
        {t('chart.source', { source: t('posts.source') })}
      </Text>
    </figure>
  )
}

function SplitTable({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const cell = (spread: Spread | null, format: (value: number) => string) => (
    <Table.Td className="number">
      {spread === null ? (
        <Unknown why={t('page.nobodySaid')} />
      ) : (
        <>
          {format(spread.median)}
          <Text size="xs" c="dimmed">
            {t('posts.middleHalf', { low: format(spread.low), high: format(spread.high), n: spread.n })}
          </Text>
        </>
      )}
    </Table.Td>
  )
  const count = (value: number) => formatCount(value, language)
  return (
    <ScrollTable minWidth={560}>
      <Table fz="sm" verticalSpacing={4} data-testid="post-split">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('posts.kindTitle')}</Table.Th>
            <Table.Th ta="right">{t('posts.n')}</Table.Th>
            <Table.Th ta="right">{t('posts.medianViews')}</Table.Th>
            <Table.Th ta="right">{t('posts.medianInteractions')}</Table.Th>
            <Table.Th ta="right">{t('posts.medianRate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ kind, posts, views, interactions, rate }) => (
            <Table.Tr key={kind}>
              <Table.Td>{t(`posts.kind.${kind}`)}</Table.Td>
              <Table.Td className="number">{posts}</Table.Td>
              {cell(views, count)}
              {cell(interactions, count)}
              {cell(rate, formatShare)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

const COUNTS = ['views', 'likes', 'comments', 'shares', 'saves'] as const

function PostTable({ posts }: { posts: readonly HeldPost[] }) {
  const { t } = useTranslation()
  const columns: ReadColumn<HeldPost>[] = [
    {
      key: 'published',
      header: t('posts.published'),
      track: '156px',
      cell: ({ publishedAt }) => formatMoment(publishedAt) ?? <Unknown why={t('page.nobodySaid')} />,
    },
    { key: 'post', header: t('posts.post'), track: 'minmax(160px, 1fr)', cell: (post) => <PostName post={post} /> },
    { key: 'kind', header: t('posts.kindTitle'), track: '120px', cell: (post) => t(`posts.kind.${kindOf(post)}`) },
    ...COUNTS.map((name) => ({
      key: name,
      header: t(`posts.${name}`),
      track: '98px',
      numeric: true,
      cell: (post: HeldPost) => {
        const count = post[name]
        return count === null ? <Unknown why={name === 'views' ? t('posts.viewsUnknown') : t('page.nobodySaid')} /> : formatExact(count)
      },
    })),
  ]
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('posts.list', { n: formatExact(posts.length) })}
      </Text>
      <VirtualTable label={t('posts.title')} columns={columns} rows={posts} idOf={({ postId }) => postId} minWidth={940} />
    </div>
  )
}

function PostName({ post: { title, url, postId } }: { post: HeldPost }) {
  const { t } = useTranslation()
  const name = title ?? t('posts.untitled', { id: postId })
  if (url === null || !/^https?:/.test(url))
    return (
      <span data-raw title={name}>
        {name}
      </span>
    )
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" title={name}>
      {name}
    </a>
  )
}
