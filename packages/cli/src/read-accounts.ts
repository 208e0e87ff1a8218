import { accountInputSchema, newAccount, type Account } from '@kolibra/core/creators'
import { say } from '@kolibra/core/shared'
import { UsageError, type Io } from './command.ts'
import { readJsonLines } from './read-json-lines.ts'

/** Accounts of an `accounts.jsonl`; a file without any is a mistake: UsageError. */
export async function readAccounts(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<Account[]> {
  const accounts = await readJsonLines(path, accountInputSchema, io)
  if (accounts.length === 0)
    throw new UsageError(
      say(
        `${path} holds no accounts; make one with "kolibra import FILE --out DIR".`,
        `${path} 中没有账号；可用 "kolibra import FILE --out DIR" 生成。`,
      ),
    )
  return accounts.map(newAccount)
}
