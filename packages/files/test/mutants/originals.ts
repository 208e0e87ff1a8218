import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'

import { listEntries } from '../../src/unzip/index.ts'
import { packWorkbook, type PackedEntry } from '../pack-archive.ts'

const read = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../../../../examples/exports/${name}`, import.meta.url)))

/** A file in the format of a platform or tool, whole and right: delimited text and JSON as text, workbooks as their parts. */
export type Original =
  | { readonly kind: 'table' | 'json' | 'jsonl'; readonly name: string; readonly text: string }
  | { readonly kind: 'workbook'; readonly name: string; readonly parts: readonly PackedEntry[] }

/** The examples of the repository, their other kinds made from them. */
export function listOriginals(): Original[] {
  const agency = new TextDecoder('gb18030').decode(read('agency-list.csv'))
  const pugongying = new TextDecoder().decode(read('pugongying-creators.csv'))
  const posts = new TextDecoder().decode(read('mediacrawler-xhs-contents_2026-11-20.jsonl'))
  return [
    { kind: 'table', name: 'agency.csv', text: agency },
    { kind: 'table', name: 'agency.tsv', text: agency.replaceAll(',', '\t') },
    { kind: 'table', name: 'pugongying.csv', text: pugongying },
    { kind: 'json', name: 'xingtu.json', text: shortenSearch(new TextDecoder().decode(read('xingtu-search.json'))) },
    { kind: 'json', name: 'posts.json', text: JSON.stringify(posts.trim().split('\n').map(parseLine), null, 1) },
    { kind: 'jsonl', name: 'posts.jsonl', text: posts },
    { kind: 'workbook', name: 'huitun.xlsx', parts: unpack(read('huitun-creators.xlsx')) },
    { kind: 'workbook', name: 'agency.xlsx', parts: unpack(packAgency(agency)) },
  ]
}

const parseLine = (line: string): unknown => JSON.parse(line)

// Three accounts have every key that thirty have.
function shortenSearch(text: string): string {
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => (Array.isArray(value) ? value.slice(0, 3) : value))
}

function packAgency(text: string): Uint8Array {
  const rows = text.trim().split(/\r?\n/)
  const escape = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const sheet = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row
        .split(',')
        .map((cell, column) => writeCell(escape(cell), `${String.fromCharCode(65 + column)}${at + 1}`))
        .join('')}</row>`,
  )
  return packWorkbook({ sheets: { 达人: sheet.join('') } })
}

const writeCell = (cell: string, at: string) =>
  /^\d+$/.test(cell) ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`

/** The parts of an archive that is known to be sound. */
export function unpack(bytes: Uint8Array): PackedEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (listEntries(bytes, 100) ?? []).map(({ name, method, headerAt, packedBytes }) => {
    const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true)
    const packed = bytes.subarray(start, start + packedBytes)
    return { name, content: new TextDecoder().decode(method === 0 ? packed : inflateRawSync(packed)) }
  })
}
