import { canonicalHandle, canonicalName, mentionedHandles } from './canonical-name.ts'

/** What is held of an account that can tell whose it is. `personId` groups accounts a person already put together. */
export interface AccountTrace {
  readonly id: string
  readonly personId: string
  readonly platform: string
  readonly accountId: string
  readonly displayName: string | null
  readonly handle: string | null
  /** Bio, verification and whatever else the account says of itself. */
  readonly texts: readonly string[]
  readonly gender: string | null
  readonly region: string | null
  readonly mcn: string | null
  readonly categories: readonly string[]
  readonly audience: Readonly<Record<string, number>> | null
}

/** A trace with everything canonical that comparing needs, worked out once per account. */
export interface PreparedTrace {
  readonly trace: AccountTrace
  readonly name: string | null
  /** Handle and id, as far as they are long enough to mean somebody. */
  readonly handles: ReadonlySet<string>
  readonly mentions: ReadonlySet<string>
}

/** Works out what one account is compared by. */
export function prepareTrace(trace: AccountTrace): PreparedTrace {
  const handles = [canonicalHandle(trace.handle), canonicalHandle(trace.accountId)].filter((handle) => handle !== null)
  return {
    trace,
    name: canonicalName(trace.displayName),
    handles: new Set(handles),
    mentions: new Set(trace.texts.flatMap(mentionedHandles)),
  }
}

/** The blocks an account falls into: only accounts of one block are ever compared. */
export function listBlockKeys({ name, handles, mentions }: PreparedTrace): string[] {
  const said = new Set([...handles, ...mentions])
  return [...(name === null ? [] : [`name ${name}`]), ...[...said].map((word) => `handle ${word}`)]
}
