import { say, type Language } from '@kolibra/core/shared'
import type { z } from 'zod'
import { UsageError, type Io } from './command.ts'
import { describeIssue } from './describe-issue.ts'
import { readText } from './read-text.ts'

/** The lines of a JSON-lines file in the shape asked for. A broken line: UsageError that names file, line and field. */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>, io: Pick<Io, 'cwd' | 'readStdin' | 'language'>): Promise<T[]> {
  const text = await readText(path, io)
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    // What begins otherwise is another kind of file; further on a line is broken.
    const kind = index === 0 ? tellKind(text) : ''
    return [readLine(line, schema, { place: `${path}: line ${index + 1}`, kind, language: io.language })]
  })
}

const LINE = say('the line', '该行')

interface Place {
  readonly place: string
  /** A sentence about the whole file where its first line is none of JSON; else empty. */
  readonly kind: string
  readonly language?: Language | undefined
}

function readLine<T>(line: string, schema: z.ZodType<T>, { place, kind, language }: Place): T {
  const checked = schema.safeParse(parse(line, { place, kind }))
  if (checked.success) return checked.data
  const [problem] = checked.error.issues.map((issue) => describeIssue(issue, LINE, language))
  throw new UsageError(`${place}: ${problem}${language === 'zh' ? '。' : '.'}`)
}

function parse(line: string, { place, kind }: Place): unknown {
  try {
    return JSON.parse(line)
  } catch {
    const [, word] = NO_NUMBER.exec(line) ?? []
    if (word !== undefined) throw new UsageError(`${place}: ${word} is no number in JSON; write null, or leave the field out.`)
    throw new UsageError(`${place}: not JSON.${kind}`)
  }
}

// What pandas and the like write where a number is not known.
const NO_NUMBER = /:\s*(NaN|-?Infinity)\b/

function tellKind(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  if (/^[[{]/.test(first)) return ` The file looks like one JSON document over several lines; ${IMPORT} makes lines of an export.`
  if (/[,;\t].*[,;\t]|^[^:]+[,;\t]/.test(first)) return ` The file looks like a table; ${IMPORT} makes lines of it.`
  return /^[\w-]+\s*:/.test(first) ? ' The file looks like YAML, and this takes one JSON object per line.' : ''
}

const IMPORT = '"kolibra import FILE --out DIR"'
