import { say } from '@kolibra/core/shared'
import { UsageError, type Io } from './command.ts'

const FORMATS = ['pretty', 'json'] as const

/** How an answer is printed: for people, or as JSON for programs. */
export type AnswerFormat = (typeof FORMATS)[number]

/** The value of `--format`. Anything else: UsageError. */
export function readFormat(said: string): AnswerFormat {
  const format = FORMATS.find((known) => known === said)
  if (format === undefined)
    throw new UsageError(say(`--format is pretty or json, not "${said}".`, `--format 须为 pretty 或 json，而不是「${said}」。`))
  return format
}

export function printJson(io: Pick<Io, 'out'>, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`)
}
