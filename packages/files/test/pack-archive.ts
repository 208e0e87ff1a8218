import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive made by hand; `declaredBytes` lets it lie about its size. */
export interface PackedEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly declaredBytes?: number
  readonly isEncrypted?: boolean
  readonly isStored?: boolean
}

/** A ZIP archive of these entries (APPNOTE 4.3), byte for byte, so that tests can make the broken ones too. */
export function packArchive(entries: readonly PackedEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.isStored ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const facts = writeFacts(entry, { content, packed, name })
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0]), facts, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0, 20, 0]), facts, tail, name]))
    locals.push(local)
    at += local.length
  }
  return Buffer.concat([...locals, ...directory, writeEnd(entries.length, at, Buffer.concat(directory).length)])
}

function writeFacts(entry: PackedEntry, parts: { content: Buffer; packed: Buffer; name: Buffer }): Buffer {
  const facts = Buffer.alloc(24)
  facts.writeUInt16LE(entry.isEncrypted ? 1 : 0, 0)
  facts.writeUInt16LE(entry.isStored ? 0 : 8, 2)
  facts.writeUInt32LE(crc32(parts.content), 8)
  facts.writeUInt32LE(parts.packed.length, 12)
  facts.writeUInt32LE(entry.declaredBytes ?? parts.content.length, 16)
  facts.writeUInt16LE(parts.name.length, 20)
  return facts
}

function writeEnd(entries: number, directoryAt: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(directoryAt, 16)
  return end
}

/** What a workbook made by hand holds: the XML of each sheet under its name, styles and workbook properties as XML. */
export interface PackedWorkbook {
  readonly sheets: Readonly<Record<string, string>>
  readonly hidden?: readonly string[]
  readonly workbookProperties?: string
  readonly sharedStrings?: string
  readonly styles?: string
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** The smallest .xlsx that Excel opens, from hand-written sheet XML (the inside of sheetData, or a whole worksheet element). */
export function packWorkbook(workbook: PackedWorkbook): Uint8Array {
  return packArchive(listWorkbookParts(workbook))
}

/** The parts of packWorkbook, for tests that take one away or add one. */
export function listWorkbookParts(workbook: PackedWorkbook): PackedEntry[] {
  const names = Object.keys(workbook.sheets)
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${workbook.hidden?.includes(name) ? ' state="hidden"' : ''}/>`,
  )
  const relations = names.map((_, index) => writeRelation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  relations.push(writeRelation('rId900', 'styles', 'styles.xml'), writeRelation('rId901', 'sharedStrings', 'sharedStrings.xml'))
  return [
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships ${PACKAGE_RELATIONS}>${writeRelation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATIONS}">${workbook.workbookProperties ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships ${PACKAGE_RELATIONS}>${relations.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: workbook.styles ?? `<styleSheet ${MAIN}/>` },
    { name: 'xl/sharedStrings.xml', content: `<sst ${MAIN}>${workbook.sharedStrings ?? ''}</sst>` },
    ...names.map((name, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: wrapSheet(workbook.sheets[name] ?? '') })),
  ]
}

/** A row of inline strings and numbers in hand-written XML, without references. */
export function writeRow(...cells: (string | number)[]): string {
  return `<row>${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`
}

/** Bytes of an OLE2 container's start with this directory entry: what an .xls or a password-protected .xlsx looks like. */
export function packOle2(directoryEntry: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(directoryEntry, 'utf16le'),
  ])
}

function wrapSheet(xml: string): string {
  return xml.includes('sheetData') ? xml : `<worksheet ${MAIN}><sheetData>${xml}</sheetData></worksheet>`
}

function writeRelation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
}
