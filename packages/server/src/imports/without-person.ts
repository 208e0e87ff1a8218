import { setImmediate as pause } from 'node:timers/promises'
import { parsePastedBlock, removePerson, type DecodedFile, type PersonTest } from '@kolibra/core/imports'
import { cutExport, isOddOnTheWay, mayHold, readExport } from '@kolibra/files/read'
import { takeSteps } from './read-watch.ts'
import { readBack, writeDecoded, writePasted } from './write-decoded.ts'

/** A file as it is kept, opened. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly isPasted: boolean
}

/** What is left of a file without the records about somebody, in pieces; `removed` 0: nothing had to go, and nothing is written. */
export interface LeftOver {
  readonly pieces: readonly Uint8Array[]
  readonly removed: number
}

const UNTOUCHED: LeftOver = { pieces: [], removed: 0 }

/**
 * Takes the records about somebody out of a file, with room for other requests in between. A csv, whatever its size, and a pasted block
 * keep every other byte; anything else is written anew: one table as csv, several as JSON. Null for a file that cannot be read.
 */
export async function withoutPerson(file: OpenedFile, person: PersonTest): Promise<LeftOver | null> {
  const cut = await cutRows(file, person)
  if (cut !== null) return cut
  if (!(await mayHold(file.bytes, person))) return UNTOUCHED
  const decoded = await decode(file)
  if (decoded === null) return null
  const { file: left, removed } = await takeSteps(removePerson(decoded, person))
  if (removed === 0) return UNTOUCHED
  const pieces: Uint8Array[] = []
  for (const text of file.isPasted ? [writePasted(left)] : writeDecoded(left)) {
    pieces.push(new TextEncoder().encode(text))
    await pause()
  }
  return { pieces, removed }
}

async function cutRows({ bytes, isPasted }: OpenedFile, person: PersonTest): Promise<LeftOver | null> {
  try {
    const pieces: Uint8Array[] = []
    let removed = 0
    const stretches = cutExport(bytes, isPasted, person)
    if (stretches === null) return null
    for (const { kept, cut } of stretches) {
      pieces.push(...kept)
      removed += cut
      await pause()
    }
    return removed === 0 ? UNTOUCHED : { pieces, removed }
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

async function decode({ name, bytes, isPasted }: OpenedFile): Promise<DecodedFile | null> {
  if (isPasted) return parsePastedBlock(new TextDecoder().decode(bytes))
  const read = await readExport(bytes, { name })
  return read.ok ? readBack(read.value) : null
}
