import type { DecodedFile } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import { readCsv } from '../csv/index.ts'
import { cleanText, decodeText, sniffFormat } from '../decode/index.ts'
import { isJsonText, readJson } from '../json/index.ts'
import { readXls, readXlsx } from '../xlsx/index.ts'
import type { ReadLimits } from './limits.ts'
import { sniffMarkup } from './sniff-markup.ts'

/** Decodes a whole file on the calling thread: what the worker runs, and what small texts run directly. Refuses as readExport does. */
export async function decodeExport(
  bytes: Uint8Array,
  options: { name: string; limits: ReadLimits },
): Promise<Outcome<DecodedFile, Refusal>> {
  const { name, limits } = options
  if (bytes.length === 0) return refuse({ code: 'file.empty', file: name })
  const format = sniffFormat(bytes)
  if (format.kind === 'ole2' && format.isEncrypted) return refuse({ code: 'file.encrypted', file: name })
  if (format.kind === 'other') return refuse({ code: 'file.not_recognised', file: name, looksLike: format.looksLike })
  if (format.kind === 'text') return decodeTextExport(bytes, options)
  const encoding = format.kind === 'ole2' ? 'xls' : 'xlsx'
  const tables = await (encoding === 'xls' ? readXls : readXlsx)(bytes, { name, limits })
  return tables.ok ? accept({ name, encoding, shape: 'table', tables: tables.value }) : tables
}

function decodeTextExport(bytes: Uint8Array, options: { name: string; limits: ReadLimits }): Outcome<DecodedFile, Refusal> {
  const { name, limits } = options
  const decoded = decodeText(bytes)
  if (decoded === null) return refuse({ code: 'file.not_recognised', file: name })
  const { encoding, isCut } = decoded
  const text = cleanText(decoded.text)
  if (text.trim() === '') return refuse({ code: 'file.empty', file: name })
  const markup = sniffMarkup(text)
  if (markup !== null) return refuse({ ...markup, file: name })
  if (isJsonText(text)) {
    const read = readJson(text, { name, depthMax: limits.jsonDepth })
    if (!read.ok) return read
    const { documents } = read.value
    if (documents.every((document) => Array.isArray(document) && document.length === 0)) return refuse({ code: 'file.empty', file: name })
    return accept({ name, encoding, ...read.value })
  }
  if (isCut) return refuse({ code: 'file.truncated', file: name })
  const table = readCsv(text, name)
  return table.ok ? accept({ name, encoding, shape: 'table', tables: [table.value] }) : table
}
