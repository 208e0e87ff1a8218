import type { Account } from '@kolibra/core/creators'
import type { Io } from './command.ts'

/** The accounts of a file, each once; a second line of one is left out, and a note says so: it would count twice among its peers. */
export function takeOnce(accounts: readonly Account[], command: string, io: Pick<Io, 'note'>): Account[] {
  const seen = new Set<string>()
  return accounts.filter(({ platform, accountId }) => {
    const key = JSON.stringify([platform, accountId])
    if (seen.has(key)) io.note(`kolibra ${command}: ${accountId}: This account stands twice in the list; the first line counts.\n`)
    return !seen.has(key) && Boolean(seen.add(key))
  })
}
