import { accountInputSchema, newAccount, type Account, type AccountInput } from '@kolibra/core/creators'
import { UsageError, type Io } from './command.ts'
import { readText } from './read-text.ts'

/** Accounts of an `accounts.jsonl`. A broken line: UsageError that names file, line and field. */
export async function readAccounts(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<Account[]> {
  const lines = (await readText(path, io)).split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [newAccount(readLine(line, `${path}: line ${index + 1}`))]))
}

function readLine(line: string, place: string): AccountInput {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    throw new UsageError(`${place}: not JSON.`)
  }
  const checked = accountInputSchema.safeParse(parsed)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw new UsageError(`${place}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}.`)
}
