import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { contentFactsSchema, type ContentFacts } from '@kolibra/core/compliance'
import { UsageError, type Io } from '../command.ts'

/** One draft and where it stands. `line` is its line in a .jsonl file; null when the whole file is the draft. */
export interface Draft {
  readonly file: string
  readonly line: number | null
  readonly facts: ContentFacts
}

/** Facts that flags add to every draft; what a draft says itself wins. */
export type Defaults = Partial<ContentFacts>

/** Reads drafts from one file or from standard input (`-`). */
export async function readDrafts(name: string, defaults: Defaults, io: Io): Promise<Draft[]> {
  const isStdin = name === '-'
  const file = isStdin ? '<stdin>' : name
  const text = decodeText(isStdin ? await io.readStdin() : await readBytes(resolve(io.cwd, name), name), file)
  if (text.trim() === '') throw new UsageError(`${file} is empty; there is nothing to check.`)
  const isLines = isStdin ? looksLikeLines(text) : /\.(jsonl|ndjson)$/i.test(name)
  return isLines ? readLines(text, file, defaults) : [{ file, line: null, facts: { ...defaults, id: file, text } }]
}

const UNREADABLE: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: (name) => `${name} does not exist.`,
  EISDIR: (name) => `${name} is a folder; name the files inside it.`,
  EACCES: (name) => `this system does not let us read ${name}; change its permissions.`,
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = String((error as { code?: unknown }).code)
    throw new UsageError(UNREADABLE[code]?.(name) ?? `${name} cannot be read (${code}).`, { cause: error })
  }
}

const ENCODINGS = ['utf-8', 'gb18030'] as const

/** UTF-8, UTF-16 with a mark, or GB18030; anything else is refused. */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new UsageError(`${file} is not a text file.`)
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this encoding; the next is tried.
    }
  }
  throw new UsageError(`${file} is neither UTF-8 nor GB18030 text.`)
}

function looksLikeLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.every((line) => isObject(parseJson(line)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readLines(text: string, file: string, defaults: Defaults): Draft[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const place = `${file}, line ${index + 1}`
    const parsed = parseJson(line)
    if (!isObject(parsed)) throw new UsageError(`${place}: not a JSON object.`)
    const result = contentFactsSchema.safeParse({ id: String(index + 1), ...defaults, ...parsed })
    if (!result.success) {
      const issue = result.error.issues[0]
      throw new UsageError(`${place}: ${issue?.path.join('.') || 'the record'}: ${issue?.message ?? 'does not fit'}.`)
    }
    if (result.data.publishAt && Number.isNaN(Date.parse(result.data.publishAt))) throw new UsageError(`${place}: publishAt: not a date.`)
    return [{ file, line: index + 1, facts: result.data }]
  })
}
