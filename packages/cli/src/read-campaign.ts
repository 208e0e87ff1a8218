import { campaignSchema, type Campaign } from '@kolibra/core/campaigns'
import type { Io } from './command.ts'
import { readYaml } from './read-yaml.ts'

/** A campaign from its YAML file. */
export function readCampaign(path: string, io: Pick<Io, 'cwd' | 'readStdin'> & Partial<Pick<Io, 'note' | 'language'>>): Promise<Campaign> {
  return readYaml(path, campaignSchema, io)
}
