import type { z } from 'zod'
import { UsageError, type Io } from './command.ts'
import { describeIssue } from './describe-issue.ts'
import { readText } from './read-text.ts'

/** The lines of a JSON-lines file in the shape asked for. A broken line: UsageError that names file, line and field. */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<T[]> {
  const lines = (await readText(path, io)).split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, schema, `${path}: line ${index + 1}`)]))
}

function readLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  const checked = schema.safeParse(parse(line, place))
  if (checked.success) return checked.data
  const [problem] = checked.error.issues.map((issue) => describeIssue(issue, 'the line'))
  throw new UsageError(`${place}: ${problem}.`)
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new UsageError(`${place}: not JSON.`)
  }
}
