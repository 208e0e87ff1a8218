import { listUnknownFields, say } from '@kolibra/core/shared'
import { parseYaml } from '@kolibra/files/yaml'
import type { z } from 'zod'
import { UsageError, type Io } from './command.ts'
import { describeIssue, tellFirst } from './describe-issue.ts'
import { readText } from './read-text.ts'
import { tellUnknownFields } from './tell-unknown-fields.ts'

/** What a YAML file holds, in the shape asked for. Unreadable: UsageError that names file and line, or the field that does not fit. */
export async function readYaml<T>(
  path: string,
  schema: z.ZodType<T>,
  io: Pick<Io, 'cwd' | 'readStdin' | 'language'> & Partial<Pick<Io, 'note'>>,
): Promise<T> {
  const parsed = parseYaml(await readText(path, io))
  if (!parsed.ok) {
    const [first] = parsed.refusals
    throw new UsageError(
      say(
        `${path}: line ${first?.line}, column ${first?.column}: ${first?.problem}`,
        `${path}：第 ${first?.line} 行第 ${first?.column} 列不是 YAML；请检查缩进、引号和括号。`,
      ),
    )
  }
  const checked = schema.safeParse(parsed.value)
  const { language, note } = io
  if (checked.success) {
    const passed = tellUnknownFields(path, listUnknownFields(schema, parsed.value))
    if (passed !== null) note?.(`${passed[language ?? 'en']}\n`)
    return checked.data
  }
  const faults = checked.error.issues.map((issue) => describeIssue(issue, DOCUMENT))
  throw new UsageError(tellFirst(path, faults))
}

const DOCUMENT = say('the document', '整个文件')
