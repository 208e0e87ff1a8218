import type { Account } from '@kolibra/core/creators'

/** What a person calls an account: its name and its id, or its id where it has no name. */
export type NameOf = (id: string) => string

/** Names of the accounts of a file. */
export function nameBy(accounts: readonly Pick<Account, 'accountId' | 'displayName'>[]): NameOf {
  const names = new Map(accounts.map(({ accountId, displayName }) => [accountId, displayName]))
  return (id) => {
    const name = names.get(id)
    return name == null || name === '' ? id : `${name} (${id})`
  }
}
