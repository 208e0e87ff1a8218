import { erasedIdOfHash } from './author-hash.ts'
import { readId, readProfileId } from './parse-id.ts'
import { cleanText } from './parse-number.ts'
import { cellsFor, type ImportContext } from './record-view.ts'
import type { Comment, Post, SeriesPoint } from './schema.ts'
import { accountOfSubject } from './series-subject.ts'
import type { SourceRecord } from './source.ts'

/** Whether an erased person wrote a post. */
export function isErasedAuthor({ platform, accountId, authorHash }: Post, ctx: ImportContext): boolean {
  if (authorHash !== undefined && ctx.isErased(platform, erasedIdOfHash(authorHash))) return true
  return accountId !== null && ctx.isErased(platform, accountId)
}

/**
 * Whether an erased person wrote a comment. By id where the record prints one, and by the hash: whoever takes the record out of the file
 * has to know which of them stands in it.
 */
export function isErasedWriter({ platform, authorKey }: Comment, record: SourceRecord, ctx: ImportContext): boolean {
  const author = cellsFor(record, 'comment', ctx).find(({ target }) => target.field === 'authorId')
  if (author !== undefined && ctx.isErased(platform, cleanText(author.cell))) return true
  return authorKey !== null && ctx.isErased(platform, erasedIdOfHash(authorKey))
}

/** Whether numbers by day are about an erased person: by the bare id, or by kind and id, alone or among others. */
export function isErasedSubject(points: readonly SeriesPoint[], ctx: ImportContext): boolean {
  const parts = new Set(points.flatMap(({ subject }) => subject.split(' ')))
  return [...parts].some((part) => {
    const account = accountOfSubject(part)
    return account === null ? ctx.isErased(null, part.replace(/^(?:account|host):/, '')) : ctx.isErased(account.platform, account.accountId)
  })
}

/** Whether a record that cannot be taken names an erased person all the same: as account or author, on whatever platform. */
export function namesErased(record: SourceRecord, ctx: ImportContext): boolean {
  if (record.fault !== undefined) return false
  const cells = (['identity', 'post', 'comment'] as const).flatMap((to) => cellsFor(record, to, ctx))
  const written = cells.flatMap(({ target: { field }, cell }) => {
    if (field === 'authorHash') return [erasedIdOfHash(cleanText(cell))]
    if (field === 'displayName') return [`name:${cleanText(cell)}`]
    const read = field === 'accountId' || field === 'handle' || field === 'authorId' ? readId(cell, false) : null
    return read !== null && 'id' in read ? [read.id] : []
  })
  const linked = cellsFor(record, 'profileUrl', ctx).flatMap(({ cell }) => readProfileId(cell) ?? [])
  return [...written, ...linked].some((id) => ctx.isErased(null, id))
}
