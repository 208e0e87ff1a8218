import { accountInputSchema, type Account, type AccountInput } from '@kolibra/core/creators'
import { UsageError, type Io } from './command.ts'
import { readText } from './read-text.ts'

/** What a line leaves out is not known. */
const UNKNOWN = {
  handle: null,
  displayName: null,
  creatorType: null,
  followers: null,
  categories: [],
  region: null,
  mcn: null,
  verification: null,
  person: { gender: null, ageBand: null, languages: [] },
  commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
  community: { leads: null, kind: null, size: null },
  actsAs: [],
  audience: null,
  quotes: [],
  metrics: [],
  posts: [],
} satisfies Omit<Account, 'platform' | 'accountId'>

/** Accounts of an `accounts.jsonl`. A broken line: UsageError that names file, line and field. */
export async function readAccounts(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<Account[]> {
  const lines = (await readText(path, io)).split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [complete(readLine(line, `${path}: line ${index + 1}`))]))
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

function complete(input: AccountInput): Account {
  const known = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return { ...UNKNOWN, platform: input.platform, accountId: input.accountId, ...known }
}
