import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import { cleanText } from '../decode/index.ts'
import { findFault } from './find-fault.ts'
import { findExcess } from './measure-nesting.ts'

/** A JSON text understood: one document, or one per line. */
export interface JsonFile {
  readonly shape: 'json' | 'jsonl'
  readonly documents: readonly unknown[]
}

// As long as a cell of a csv may be.
const LONGEST_TEXT = 1_000_000
const LINES_NAME = /\.(jsonl|ndjson)$/i

/** True when a text begins as JSON does. A CSV header such as `[id],name` does not. */
export function isJsonText(text: string): boolean {
  return /^\s*(\{\s*("|\}|$)|\[\s*([{["\]\d-]|true|false|null|$))/.test(text.slice(0, 4096))
}

/**
 * A JSON object (one document), a JSON array (one document, the array) or JSON lines (one object a line, blank lines skipped).
 * The name only decides a text that could be either. Refuses with file.bad_json (position from 0, line and column from 1), file.bad_line
 * (record from 1, blank lines not counted; of a text of a million signs the line), file.json_array_not_lines, file.too_complex (nested too deeply).
 */
export function readJson(text: string, options: { name: string; depthMax: number }): Outcome<JsonFile, Refusal> {
  const { name, depthMax } = options
  const excess = findExcess(text, { depthMax, textMax: LONGEST_TEXT })
  if (excess?.what === 'nesting') return refuse({ code: 'file.too_complex', file: name, problem: 'nesting' })
  if (excess !== null) return refuse({ code: 'file.bad_line', file: name, record: excess.line, problem: 'long_cell' })
  const whole = parseWhole(text)
  if (whole.ok && Array.isArray(whole.value) && LINES_NAME.test(name)) return refuse({ code: 'file.json_array_not_lines', file: name })
  if (whole.ok && isRecord(whole.value) && LINES_NAME.test(name)) return accept({ shape: 'jsonl', documents: [whole.value] })
  if (whole.ok) return accept({ shape: 'json', documents: [whole.value] })
  if (LINES_NAME.test(name) || isLines(text)) return readLines(text, name)
  const position = findFault(text)
  return refuse({ code: 'file.bad_json', file: name, position, ...locate(text, position) })
}

function parseWhole(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: NEEDS_CLEANING.test(text) ? JSON.parse(text, cleanValue) : JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false }
    throw error
  }
}

// Escapes that may stand for NUL or half a pair. A reviver costs time, so only texts that have one pay for it.
const NEEDS_CLEANING = /\\u(?:0000|[dD][89a-fA-F])/

function cleanValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
  return entries.every(([key]) => key === cleanText(key)) ? value : Object.fromEntries(entries.map(([key, item]) => [cleanText(key), item]))
}

function locate(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: position - lineStart + 1 }
}

function isLines(text: string): boolean {
  const trimmed = text.trim()
  const end = trimmed.indexOf('\n')
  return end > 0 && parseWhole(trimmed.slice(0, end)).ok
}

function readLines(text: string, name: string): Outcome<JsonFile, Refusal> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const documents: unknown[] = []
  for (const [index, line] of lines.entries()) {
    const parsed = parseWhole(line)
    if (!parsed.ok) return refuse({ code: 'file.bad_line', file: name, record: index + 1, problem: 'not_json' })
    if (!isRecord(parsed.value)) return refuse({ code: 'file.bad_line', file: name, record: index + 1, problem: 'not_object' })
    documents.push(parsed.value)
  }
  return accept({ shape: 'jsonl', documents })
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
