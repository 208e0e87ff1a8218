import { campaignSchema, type Campaign } from '@kolibra/core/campaigns'
import { parseYaml } from '@kolibra/files/yaml'
import { UsageError, type Io } from './command.ts'
import { readText } from './read-text.ts'

/** A campaign from its YAML file. Unreadable: UsageError that names file and line, or the field that does not fit. */
export async function readCampaign(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<Campaign> {
  const parsed = parseYaml(await readText(path, io))
  if (!parsed.ok) {
    const [first] = parsed.refusals
    throw new UsageError(`${path}: line ${first?.line}, column ${first?.column}: ${first?.problem}`)
  }
  const checked = campaignSchema.safeParse(parsed.value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const rest = checked.error.issues.length > 1 ? ` (and ${checked.error.issues.length - 1} more)` : ''
  throw new UsageError(`${path}: ${issue?.path.join('.') || 'the document'}: ${issue?.message}${rest}.`)
}
