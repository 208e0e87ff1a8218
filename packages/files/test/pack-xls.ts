/** A cell of an .xls made by hand; `style` 1 is a date. */
export type XlsCell =
  | string
  | boolean
  | null
  | { readonly number: number; readonly style?: number }
  | { readonly rk: number }
  | { readonly error: number }

const SECTOR = 512
const END_OF_CHAIN = 0xfffffffe
const FAT_SECTOR = 0xfffffffd
const NO_ENTRY = 0xffffffff
// Shorter streams live in the mini stream.
const STREAM_BYTES_MIN = 4096

/** A record of the workbook stream ([MS-XLS] 2.1.4). */
function writeRecord(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

function writeNumbers(...fields: [bytes: 1 | 2 | 4 | 8, value: number][]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes)
      if (bytes === 8) field.writeDoubleLE(value)
      else field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )
}

const writeText = (text: string): Buffer => Buffer.concat([writeNumbers([2, text.length], [1, 1]), Buffer.from(text, 'utf16le')])
const writeStart = (kind: number): Buffer => writeRecord(0x809, writeNumbers([2, 0x600], [2, kind], [2, 0], [2, 0], [4, 0], [4, 0]))
const END = writeRecord(0x0a, Buffer.alloc(0))

/** The workbook stream of one sheet: styles (General, a date), shared strings, cells. `more` stands after the first record. */
export function writeXlsStream(
  rows: readonly (readonly XlsCell[])[],
  options: { is1904?: boolean; more?: Buffer; version?: number } = {},
): Buffer {
  const texts = [...new Set(rows.flat().filter((cell) => typeof cell === 'string'))]
  const sheet = Buffer.concat([
    writeStart(0x10),
    ...rows.flatMap((row, at) => row.map((cell, column) => writeCell(cell, { at, column, texts }))),
    END,
  ])
  const globals = (sheetAt: number) =>
    Buffer.concat([
      writeStart(0x05),
      options.more ?? Buffer.alloc(0),
      writeRecord(0x22, writeNumbers([2, options.is1904 === true ? 1 : 0])),
      writeRecord(0x41e, Buffer.concat([writeNumbers([2, 164]), writeText('yyyy-mm-dd')])),
      ...[0, 164].map((format) => writeRecord(0xe0, Buffer.concat([writeNumbers([2, 0], [2, format]), Buffer.alloc(16)]))),
      writeRecord(0x85, Buffer.concat([writeNumbers([4, sheetAt], [2, 0], [1, 2], [1, 1]), Buffer.from('达人', 'utf16le')])),
      writeRecord(0xfc, Buffer.concat([writeNumbers([4, texts.length], [4, texts.length]), ...texts.map(writeText)])),
      END,
    ])
  const stream = Buffer.concat([globals(globals(0).length), sheet])
  if (options.version !== undefined) stream.writeUInt16LE(options.version, 4)
  return stream
}

function writeCell(cell: XlsCell, { at, column, texts }: { at: number; column: number; texts: readonly string[] }): Buffer {
  const place = (style: number) => writeNumbers([2, at], [2, column], [2, style])
  if (cell === null) return Buffer.alloc(0)
  if (typeof cell === 'string') return writeRecord(0xfd, Buffer.concat([place(0), writeNumbers([4, texts.indexOf(cell)])]))
  if (typeof cell === 'boolean') return writeRecord(0x205, Buffer.concat([place(0), writeNumbers([1, cell ? 1 : 0], [1, 0])]))
  if ('error' in cell) return writeRecord(0x205, Buffer.concat([place(0), writeNumbers([1, cell.error], [1, 1])]))
  // An integer, held as hundredths: bit 0 says "divide by a hundred", bit 1 "integer".
  if ('rk' in cell) return writeRecord(0x27e, Buffer.concat([place(0), writeNumbers([4, ((Math.round(cell.rk * 100) << 2) | 3) >>> 0])]))
  return writeRecord(0x203, Buffer.concat([place(cell.style ?? 0), writeNumbers([8, cell.number])]))
}

/** An OLE2 container with one stream of this name ([MS-CFB]): header, one FAT sector, one directory sector, the stream. */
export function packOle2Stream(name: string, content: Buffer): Uint8Array {
  const stream = Buffer.concat([
    content,
    Buffer.alloc(Math.max(STREAM_BYTES_MIN, Math.ceil(content.length / SECTOR) * SECTOR) - content.length),
  ])
  const sectors = stream.length / SECTOR
  const fat = Buffer.alloc(SECTOR, 0xff)
  fat.writeUInt32LE(FAT_SECTOR, 0)
  fat.writeUInt32LE(END_OF_CHAIN, 4)
  for (let at = 0; at < sectors; at += 1) fat.writeUInt32LE(at === sectors - 1 ? END_OF_CHAIN : at + 3, (at + 2) * 4)
  const header = Buffer.alloc(SECTOR)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  writeNumbers([2, 0x3e], [2, 3], [2, 0xfffe], [2, 9], [2, 6]).copy(header, 24)
  writeNumbers([4, 1], [4, 1], [4, 0], [4, STREAM_BYTES_MIN], [4, END_OF_CHAIN], [4, 0], [4, END_OF_CHAIN], [4, 0], [4, 0]).copy(header, 44)
  header.fill(0xff, 80)
  const directory = Buffer.concat([
    writeEntry('Root Entry', { type: 5, start: END_OF_CHAIN, bytes: 0, child: 1 }),
    writeEntry(name, { type: 2, start: 2, bytes: stream.length, child: NO_ENTRY }),
    Buffer.alloc(256),
  ])
  return Buffer.concat([header, fat, directory, stream])
}

function writeEntry(name: string, { type, start, bytes, child }: { type: number; start: number; bytes: number; child: number }): Buffer {
  const entry = Buffer.alloc(128)
  const text = Buffer.from(`${name}\0`, 'utf16le')
  text.copy(entry)
  entry.writeUInt16LE(text.length, 64)
  entry.writeUInt8(type, 66)
  for (const [at, value] of [
    [68, NO_ENTRY],
    [72, NO_ENTRY],
    [76, child],
    [116, start],
    [120, bytes],
  ] as const)
    entry.writeUInt32LE(value, at)
  return entry
}
