import { replaceTiers, tierTableSchema, type TierTable } from '@kolibra/core/creators'
import type { Io } from './command.ts'
import { readYaml } from './read-yaml.ts'

/** Follower thresholds of a file (YAML or JSON) over the shipped ones. Unreadable: UsageError. */
export async function readTiers(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<TierTable> {
  return replaceTiers(await readYaml(path, tierTableSchema, io))
}
