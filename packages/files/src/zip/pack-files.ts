import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. */
export interface FileToPack {
  readonly name: string
  readonly content: string | Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8
// The first day the format knows (1980-01-01): the same files give the same archive, whenever it is written.
const FIRST_DAY = 0x0021

function writeHeader(signature: number, lead: readonly number[], facts: { name: Buffer; content: Buffer; packed: Buffer }): Buffer {
  const { name, content, packed } = facts
  const head = Buffer.alloc(4 + lead.length * 2 + 24)
  head.writeUInt32LE(signature, 0)
  for (const [at, value] of lead.entries()) head.writeUInt16LE(value, 4 + at * 2)
  let at = 4 + lead.length * 2
  for (const value of [UTF8_NAMES, DEFLATED, 0, FIRST_DAY]) at = head.writeUInt16LE(value, at)
  for (const value of [crc32(content), packed.length, content.length]) at = head.writeUInt32LE(value, at)
  at = head.writeUInt16LE(name.length, at)
  head.writeUInt16LE(0, at)
  return head
}

/** A ZIP archive of small files held in memory (APPNOTE 4.3): deflated, names in UTF-8, no dates. */
export function packFiles(files: readonly FileToPack[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const file of files) {
    const facts = { name: Buffer.from(file.name), content: Buffer.from(file.content), packed: deflateRawSync(file.content) }
    const local = Buffer.concat([writeHeader(LOCAL, [VERSION], facts), facts.name, facts.packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(writeHeader(CENTRAL, [VERSION, VERSION], facts), tail, facts.name)
    locals.push(local)
    at += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, entries, end])
}
