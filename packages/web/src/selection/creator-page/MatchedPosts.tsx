import { Button, Text } from '@mantine/core'
import type { CreatorPage } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { formatExact, formatMoment } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useRejoinPost, useSplitPost } from './use-split-posts.ts'

type Props = { page: Pick<CreatorPage, 'id' | 'posts' | 'splitPosts'> }

/** Posts that stand here only because a hash matches: why, and each of them to be taken off; those taken off, to be put back. */
export function MatchedPosts({ page: { id, posts, splitPosts } }: Props) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const split = useSplitPost(id)
  const rejoin = useRejoinPost(id)
  const matched = posts.flatMap(({ matched: match, ...post }) => (match === null ? [] : [{ ...post, match }]))
  const reasons = new Map(matched.map(({ match }) => [match.hash, match.because]))
  const problem = split.error ?? rejoin.error
  if (matched.length === 0 && splitPosts.length === 0) return null
  return (
    <section data-testid="matched-posts">
      {problem && <ProblemNotice error={problem} />}
      {[...reasons].map(([hash, because]) => (
        <details key={hash}>
          <summary>{t('posts.matched', { n: formatExact(matched.filter(({ match }) => match.hash === hash).length) })}</summary>
          <Text size="sm">{read(because)}</Text>
          <ul className="notes">
            {matched
              .filter(({ match }) => match.hash === hash)
              .map(({ postId, title, publishedAt }) => (
                <li key={postId} className="note">
                  <span data-raw>{title ?? t('posts.untitled', { id: postId })}</span> {formatMoment(publishedAt)}{' '}
                  <Button size="compact-xs" variant="default" disabled={split.isPending} onClick={() => split.mutate(postId)}>
                    {t('posts.split')}
                  </Button>
                </li>
              ))}
          </ul>
        </details>
      ))}
      {splitPosts.length > 0 && (
        <details>
          <summary>{t('posts.splitOff', { n: formatExact(splitPosts.length) })}</summary>
          <ul className="notes">
            {splitPosts.map(({ postId, title, splitBy, splitAt }) => (
              <li key={postId} className="note">
                <span data-raw>{title ?? t('posts.untitled', { id: postId })}</span>{' '}
                {t('posts.splitBy', { name: splitBy ?? t('posts.formerMember'), at: formatMoment(splitAt) ?? '' })}{' '}
                <Button size="compact-xs" variant="default" disabled={rejoin.isPending} onClick={() => rejoin.mutate(postId)}>
                  {t('posts.rejoin')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
