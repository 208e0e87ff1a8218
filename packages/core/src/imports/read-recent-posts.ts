import type { RecentPost } from './account-schema.ts'
import { readId } from './parse-id.ts'
import { readNumber } from './parse-number.ts'
import { readTime } from './parse-time.ts'
import { addProblem, isUnseen, type ImportContext, type MappedCell } from './record-view.ts'
import type { SourceRecord } from './source.ts'

/** A post of `last_10_items` with the title that only the long form keeps. */
export type TitledPost = RecentPost & { readonly title: string | null }

/** Reads Xingtu's list of last posts (JSON inside a string); what is not a list is a problem of the cell, not of the record. */
export function readRecentPosts(
  mapped: MappedCell,
  record: SourceRecord,
  { ctx, observedAt }: { ctx: ImportContext; observedAt: string | null },
): TitledPost[] {
  const items = parseList(mapped.cell)
  if (items === null) {
    addProblem(ctx, record, { ...mapped, code: 'json.unparsable' })
    return []
  }
  return items.flatMap((item) => {
    const id = readId(item['item_id'], false)
    if ('id' in id) return [readPost(item, id.id, { ctx, observedAt })]
    addProblem(ctx, record, { ...mapped, code: id.fault, cell: item['item_id'] })
    return []
  })
}

function parseList(cell: unknown): Record<string, unknown>[] | null {
  try {
    const value: unknown = typeof cell === 'string' ? JSON.parse(cell) : cell
    const isObject = (item: unknown): item is Record<string, unknown> => typeof item === 'object' && item !== null
    return Array.isArray(value) && value.every(isObject) ? value : null
  } catch {
    return null
  }
}

function readPost(
  item: Record<string, unknown>,
  postId: string,
  { ctx, observedAt }: { ctx: ImportContext; observedAt: string | null },
): TitledPost {
  const count = (key: string) => {
    const read = readNumber(item[key])
    return read.kind === 'value' && read.value >= 0 && Number.isSafeInteger(Math.round(read.value)) ? Math.round(read.value) : null
  }
  const published = readTime(item['item_publish_time'] ?? item['item_create_time'])
  return {
    postId,
    publishedAt: published.kind === 'moment' && !isUnseen(published.moment, ctx) ? published.moment : null,
    sponsored: null,
    views: count('vv'),
    likes: count('like_cnt'),
    comments: count('comment_cnt'),
    shares: count('share_cnt'),
    saves: null,
    observedAt,
    title: typeof item['item_title'] === 'string' ? item['item_title'] : null,
  }
}
