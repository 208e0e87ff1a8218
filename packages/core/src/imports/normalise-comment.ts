import { authorHashOf } from './author-hash.ts'
import type { Comment } from './schema.ts'
import { readId } from './parse-id.ts'
import { cleanText, isEmptyCell } from './parse-number.ts'
import { cellsFor, countOf, pastMomentOf, type ImportContext } from './record-view.ts'
import type { CommentField, RecordFault, SourceRecord } from './source.ts'

/** The comment a record holds, its author as a hash and without any name, or the reason why it holds none. */
export function normaliseComment(record: SourceRecord, ctx: ImportContext): { comment: Comment } | { fault: RecordFault } {
  if (record.fault) return { fault: record.fault }
  const { platform } = ctx.source
  if (platform === null) return { fault: { code: 'platform.unknown', column: null, value: null } }
  const cells = cellsFor(record, 'comment', ctx)
  const at = (field: CommentField) => cells.find(({ target }) => target.field === field)
  const commentId = readId(at('commentId')?.cell, ctx.reading.fromSheet)
  if ('fault' in commentId) return { fault: faultOf('commentId', { code: commentId.fault, cell: at('commentId')?.cell }, ctx) }
  const postId = readId(at('postId')?.cell ?? workInName(ctx), ctx.reading.fromSheet)
  if ('fault' in postId) return { fault: faultOf('postId', { code: postId.fault, cell: at('postId')?.cell }, ctx) }
  const parent = readId(at('parentId')?.cell, ctx.reading.fromSheet)
  const published = at('at')
  const likes = at('likes')
  const text = at('text')
  const comment = {
    stream: platform,
    platform,
    postId: postId.id,
    commentId: commentId.id,
    // 0 stands for "answers the post itself".
    parentId: 'id' in parent && parent.id !== '0' ? parent.id : null,
    at: published === undefined ? null : pastMomentOf(published, record, ctx),
    text: text === undefined ? '' : String(text.cell).trim(),
    authorKey: keyOfAuthor(at('authorHash')?.cell, at('authorId')?.cell, ctx),
    likes: likes === undefined ? null : countOf(likes, record, ctx),
  }
  return { comment }
}

// The way MediaCrawler writes creator_hash, so that old and new files of one person agree. A pseudonym: ids can be tried out.
function keyOfAuthor(hash: unknown, id: unknown, { sha256 }: ImportContext): string | null {
  if (!isEmptyCell(hash)) return cleanText(hash)
  return isEmptyCell(id) || sha256 === null ? null : authorHashOf(cleanText(id), sha256)
}

// Where rows do not say of which work they are, the file is of one work and may be named by it.
function workInName({ source, fileName }: ImportContext): string | null {
  const isInRows = source.columns.some(({ target }) => target.to === 'comment' && target.field === 'postId')
  return isInRows ? null : (fileName.match(/(?<!\d)\d{18,19}(?!\d)/)?.[0] ?? null)
}

function faultOf(field: CommentField, { code, cell }: { code: string; cell: unknown }, ctx: ImportContext): RecordFault {
  const column = ctx.source.columns.find(({ target }) => target.to === 'comment' && target.field === field)
  return { code, column: column?.headers[0] ?? null, value: cleanText(cell) || null }
}
