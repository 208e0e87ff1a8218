import { say, type Localized } from '../../shared/index.ts'

/** Why a post without an author stands under an account: the pseudonym its file prints, and the id we hold that has it. */
export function tellHashMatch(hash: string, accountId: string): Localized {
  return say(
    `The file names no author, only the pseudonym ${hash}. Posts of ${hash} were matched to account ${accountId} because the first 16 hex digits of the SHA-256 of the id we hold are the same.`,
    `文件未写明作者，只有化名 ${hash}。化名为 ${hash} 的作品归到账号 ${accountId}，因为我们所持账号编号的 SHA-256 前 16 位与之相同。`,
  )
}
