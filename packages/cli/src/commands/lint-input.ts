import { contentFactsSchema, type ContentFacts } from '@kolibra/core/compliance'
import { UsageError, type Io } from '../command.ts'
import { readText } from '../read-text.ts'

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
  const text = await readText(name, io)
  if (text.trim() === '') throw new UsageError(`${file} is empty; there is nothing to check.`)
  const isLines = isStdin ? looksLikeLines(text) : /\.(jsonl|ndjson)$/i.test(name)
  return isLines ? readLines(text, file, defaults) : [{ file, line: null, facts: { ...defaults, id: file, text } }]
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
