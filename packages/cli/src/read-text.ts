import { decodeText, sniffFormat } from '@kolibra/files/decode'
import { readJson as readJsonFile } from '@kolibra/files/json'
import { describeReadRefusal, READ_LIMITS } from '@kolibra/files/read'
import { UsageError, type Io } from './command.ts'
import { readBytes } from './read-bytes.ts'

/**
 * The text of a file relative to where the command runs, in UTF-8, UTF-16 or GB18030; `-` is standard input. Unreadable, or no text:
 * UsageError. Never a text with characters lost on the way.
 */
export async function readText(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<string> {
  return decodeBytes(await readBytes(path, io), path)
}

const WORKBOOK = ' but looks like a workbook; "kolibra import FILE --out DIR" reads those.'
const KINDS: Readonly<Record<string, string>> = { zip: WORKBOOK, ole2: WORKBOOK }

/** The text of bytes that came from `path`. No text, or one that ends in the middle of a character: UsageError. */
export function decodeBytes(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0) return ''
  const decoded = decodeText(bytes)
  const name = path === '-' ? 'standard input' : path
  if (decoded === null) throw new UsageError(`${name} is no text file${KINDS[sniffFormat(bytes).kind] ?? '; save it as UTF-8.'}`)
  if (decoded.isCut) throw new UsageError(`${name} ends in the middle of a character; copy or download it again.`)
  return decoded.text
}

/** The value in a JSON text. Broken JSON: UsageError that names the file, line and column. */
export function readJson(text: string, path: string): unknown {
  const read = readJsonFile(text, { name: path, depthMax: READ_LIMITS.jsonDepth })
  if (!read.ok) throw new UsageError(read.refusals.map((refusal) => describeReadRefusal(refusal).en).join(' '))
  if (read.value.shape === 'jsonl' && read.value.documents.length > 1)
    throw new UsageError(`${path} holds one JSON document per line, and this takes a file with a single one.`)
  return read.value.documents[0]
}
