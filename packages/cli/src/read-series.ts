import { say, shanghaiDay } from '@kolibra/core/shared'
import type { z } from 'zod'
import { UsageError, type Io } from './command.ts'
import { readJsonLines } from './read-json-lines.ts'

/** The lines of a series file. A day that has not come yet is a mistake: UsageError that names it. */
export async function readSeries<T extends { readonly day?: string | null | undefined }>(
  path: string,
  schema: z.ZodType<T>,
  io: Pick<Io, 'cwd' | 'readStdin' | 'now'>,
): Promise<T[]> {
  const lines = await readJsonLines(path, schema, io)
  const today = shanghaiDay(io.now())
  const future = lines.find(({ day }) => day != null && day > today)
  if (future !== undefined)
    throw new UsageError(
      say(
        `${path}: ${future.day} lies in the future; today is ${today} in Shanghai.`,
        `${path}：${future.day} 尚未到来；上海今天是 ${today}。`,
      ),
    )
  return lines
}
