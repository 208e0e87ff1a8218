import { accountInputSchema, newAccount, type Account } from '@kolibra/core/creators'
import type { Io } from './command.ts'
import { readJsonLines } from './read-json-lines.ts'

/** Accounts of an `accounts.jsonl`. */
export async function readAccounts(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<Account[]> {
  return (await readJsonLines(path, accountInputSchema, io)).map(newAccount)
}
