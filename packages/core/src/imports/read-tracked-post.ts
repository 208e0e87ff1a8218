import { cleanText } from './parse-number.ts'
import type { TitledPost } from './read-recent-posts.ts'
import { cellsFor, countOf, pastMomentOf, type ImportContext } from './record-view.ts'
import type { PostField, SourceRecord } from './source.ts'

const NOTE = /xiaohongshu\.com\/(?:explore|discovery\/item)\/([0-9a-f]{24})(?![0-9a-z])/i

/** The note of a tracker's row, paid for by the campaign; none where its link holds no id. */
export function readTrackedPost(record: SourceRecord, ctx: ImportContext, observedAt: string | null): TitledPost[] {
  const cells = cellsFor(record, 'post', ctx)
  const at = (field: PostField) => cells.find(({ target }) => target.field === field)
  const [, postId] = cleanText(at('url')?.cell).match(NOTE) ?? []
  if (postId === undefined) return []
  const count = (field: PostField) => {
    const found = at(field)
    return found === undefined ? null : countOf(found, record, ctx)
  }
  const published = at('publishedAt')
  return [
    {
      postId: postId.toLowerCase(),
      publishedAt: published === undefined ? null : pastMomentOf(published, record, ctx),
      sponsored: true,
      views: null,
      likes: count('likes'),
      comments: count('comments'),
      shares: null,
      saves: count('saves'),
      observedAt,
      title: null,
    },
  ]
}
