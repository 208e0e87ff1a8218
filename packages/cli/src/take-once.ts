import type { Account } from '@kolibra/core/creators'
import { say } from '@kolibra/core/shared'
import type { Io } from './command.ts'

const TWICE = say('This account stands twice in the list; the first line counts.', '该账号在列表中重复出现，以第一条为准。')

/** The accounts of a file, each once; a second line of one is left out, and a note says so: it would count twice among its peers. */
export function takeOnce(accounts: readonly Account[], command: string, io: Pick<Io, 'note' | 'language'>): Account[] {
  const seen = new Set<string>()
  return accounts.filter(({ platform, accountId }) => {
    const key = JSON.stringify([platform, accountId])
    if (seen.has(key)) io.note(`kolibra ${command}: ${accountId}: ${TWICE[io.language ?? 'en']}\n`)
    return !seen.has(key) && Boolean(seen.add(key))
  })
}
