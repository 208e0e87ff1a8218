import { authorHashOf } from '../../imports/index.ts'
import type { Sha256 } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import type { HeldComment } from '../vetting/held-evidence.ts'

/**
 * Comments with the ids of their authors where those are accounts we hold: files carry hashes, and a hash is only compared with ids that
 * are known. Whoever else wrote one stays a hash.
 */
export function claimComments<T extends HeldComment>(
  comments: readonly T[],
  accounts: readonly Pick<Account, 'accountId'>[],
  sha256: Sha256,
): T[] {
  const idOf = new Map(accounts.map(({ accountId }) => [authorHashOf(accountId, sha256), accountId]))
  return comments.map((comment) => ({ ...comment, authorKey: idOf.get(comment.authorKey ?? '') ?? comment.authorKey }))
}
