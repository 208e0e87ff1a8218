import { say, type Localized } from '@kolibra/core/shared'
import type { z } from 'zod'
import { UsageError, type Io } from './command.ts'
import { describeIssue } from './describe-issue.ts'
import { readText, refuseNoNumber } from './read-text.ts'

/** The lines of a JSON-lines file in the shape asked for. A broken line: UsageError that names file, line and field. */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<T[]> {
  const text = await readText(path, io)
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    // What begins otherwise is another kind of file; further on a line is broken.
    const kind = index === 0 ? tellKind(text) : say('', '')
    return [readLine(line, schema, { place: say(`${path}: line ${index + 1}`, `${path}：第 ${index + 1} 行`), kind })]
  })
}

const LINE = say('the line', '该行')

interface Place {
  readonly place: Localized
  /** A sentence about the whole file where its first line is none of JSON; else empty. */
  readonly kind: Localized
}

function readLine<T>(line: string, schema: z.ZodType<T>, { place, kind }: Place): T {
  const checked = schema.safeParse(parse(line, { place, kind }))
  if (checked.success) return checked.data
  const [problem] = checked.error.issues.map((issue) => describeIssue(issue, LINE))
  throw new UsageError(say(`${place.en}: ${problem?.en}.`, `${place.zh}：${problem?.zh}。`))
}

function parse(line: string, { place, kind }: Place): unknown {
  try {
    return JSON.parse(line)
  } catch {
    refuseNoNumber(line, place)
    throw new UsageError(say(`${place.en}: not JSON.${kind.en}`, `${place.zh}：不是 JSON。${kind.zh}`))
  }
}

function tellKind(text: string): Localized {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  if (/^[[{]/.test(first))
    return say(
      ` The file looks like one JSON document over several lines; ${IMPORT} makes lines of an export.`,
      `该文件像是跨多行的单个 JSON；可用 ${IMPORT} 转成逐行格式。`,
    )
  if (/[,;\t].*[,;\t]|^[^:]+[,;\t]/.test(first))
    return say(` The file looks like a table; ${IMPORT} makes lines of it.`, `该文件像是表格；可用 ${IMPORT} 转成逐行格式。`)
  if (!/^[\w-]+\s*:/.test(first)) return say('', '')
  return say(' The file looks like YAML, and this takes one JSON object per line.', '该文件像是 YAML；这里须每行一个 JSON 对象。')
}

const IMPORT = '"kolibra import FILE --out DIR"'
