import { daySchema, say } from '@kolibra/core/shared'
import { UsageError } from './command.ts'

/** A Shanghai day given on the command line, `2026-11-22`. Anything else: UsageError that names the option. */
export function readDay(text: string, option: string): string {
  if (!daySchema.safeParse(text).success)
    throw new UsageError(
      say(`${option} is a day like 2026-11-22, not "${text}".`, `${option} 须为 2026-11-22 这样的日期，而不是「${text}」。`),
    )
  return text
}
