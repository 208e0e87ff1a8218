import { accountOfSubject, type Comment, type SeriesPoint } from '@kolibra/core/imports'
import type { StagedRow } from '../platform/staging-store.ts'

const NAMELESS = { displayName: null, handle: null, region: null, verification: null, tab: '' } as const

/** The row of a comment to stage. */
export function rowOfComment({ platform, postId, commentId, parentId, at, text, authorKey, likes }: Comment, rowId: string): StagedRow {
  return {
    ...NAMELESS,
    target: 'comment',
    rowId,
    firstRowId: rowId,
    platform,
    ownId: commentId,
    identity: { postId, parentId, authorHash: authorKey },
    observedAt: at,
    values: { text, likes },
  }
}

/** The row of one number of one day to stage. Only a subject of platform and id says whose account it is: so it is held against the people erased. */
export function rowOfDaily({ subject, metric, unit, day, value, source, observedAt }: SeriesPoint, rowId: string): StagedRow {
  const account = accountOfSubject(subject)
  return {
    ...NAMELESS,
    target: 'daily',
    rowId,
    firstRowId: rowId,
    platform: account?.platform ?? '',
    ownId: subject,
    identity: { metric, unit, day, source, ...(account === null ? {} : { accountId: account.accountId }) },
    observedAt,
    values: { value },
  }
}
