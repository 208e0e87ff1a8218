import { findObservedAt } from './normalise-account.ts'
import { readId } from './parse-id.ts'
import { cleanText } from './parse-number.ts'
import { cellsFor, countOf, pastMomentOf, type ImportContext } from './record-view.ts'
import type { Post } from './schema.ts'
import type { PostField, RecordFault, SourceRecord } from './source.ts'

/** The post a record describes, with one observation, or the reason why it describes none. */
export function normalisePost(record: SourceRecord, ctx: ImportContext): { post: Post } | { fault: RecordFault } {
  if (record.fault) return { fault: record.fault }
  const { platform } = ctx.source
  if (platform === null) return { fault: { code: 'platform.unknown', column: null, value: null } }
  const cells = cellsFor(record, 'post', ctx)
  const at = (field: PostField) => cells.find(({ target }) => target.field === field)
  const text = (field: PostField) => {
    const found = at(field)
    return found === undefined ? null : cleanBody(found.cell)
  }
  const count = (field: PostField) => {
    const found = at(field)
    return found === undefined ? null : countOf(found, record, ctx)
  }
  const moment = (field: PostField) => {
    const found = at(field)
    return found === undefined ? null : pastMomentOf(found, record, ctx)
  }
  const postId = readId(at('postId')?.cell, ctx.reading.fromSheet)
  if ('fault' in postId) return { fault: { code: postId.fault, column: idColumn(ctx), value: cleanText(at('postId')?.cell) || null } }
  const author = readId(at('accountId')?.cell, ctx.reading.fromSheet)
  const authorHash = ctx.keepsAuthorHash ? text('authorHash') : null
  const post = {
    platform,
    postId: postId.id,
    accountId: 'id' in author ? author.id : null,
    ...(authorHash === null ? {} : { authorHash }),
    url: text('url'),
    publishedAt: moment('publishedAt'),
    format: nameFormat(text('format'), platform),
    title: text('title'),
    text: text('text'),
    sponsored: null,
    observations: [
      {
        observedAt: moment('observedAt') ?? findObservedAt(record, ctx),
        views: count('views'),
        likes: count('likes'),
        comments: count('comments'),
        shares: count('shares'),
        saves: count('saves'),
        danmaku: count('danmaku'),
        coins: count('coins'),
        flow: null,
        source: ctx.source.id,
        importId: ctx.importId,
      },
    ],
  }
  return { post }
}

/** Which post a record is about; null when it says none. */
export function identifyPost(record: SourceRecord, ctx: ImportContext): { platform: string; id: string } | null {
  const { platform } = ctx.source
  if (record.fault || platform === null) return null
  const found = cellsFor(record, 'post', ctx).find(({ target }) => target.field === 'postId')
  const read = readId(found?.cell, ctx.reading.fromSheet)
  return 'id' in read ? { platform, id: read.id } : null
}

// A platform's own words for its formats. "video" is a note on one and no note on the others; what is not listed stays as printed.
const FORMATS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  xiaohongshu: { normal: 'image_note', video: 'video_note' },
}

function nameFormat(printed: string | null, platform: string): string | null {
  const names = FORMATS[platform] ?? {}
  return printed !== null && Object.hasOwn(names, printed) ? (names[printed] ?? printed) : printed
}

// The text as its author wrote it: the linter's spans count in it, so nothing is folded.
const cleanBody = (cell: unknown) => String(cell).trim()

function idColumn(ctx: ImportContext): string | null {
  return ctx.source.columns.find(({ target }) => target.to === 'post' && target.field === 'postId')?.headers[0] ?? null
}
