import type { SeriesPoint } from './schema.ts'
import { PLATFORMS } from '../shared/index.ts'

/** The numbers of one subject on one day. `key` tells rows of the same subject and day. */
export interface SubjectDay {
  readonly subject: string
  readonly key: string
  readonly points: readonly SeriesPoint[]
}

/** How a series names an account: platform and id, since the same id may stand on two platforms. */
export const subjectOfAccount = (platform: string, accountId: string): string => `${platform}:${accountId}`

const KIND = /^([a-z_]+):(.+)$/i
const isPlatform = (word: string) => PLATFORMS.some((platform) => platform === word)

/** The account a subject names with its platform; null for a bare id and for any other kind. */
export function accountOfSubject(subject: string): { platform: string; accountId: string } | null {
  const [, kind = '', accountId = ''] = KIND.exec(subject) ?? []
  return isPlatform(kind) ? { platform: kind, accountId } : null
}
