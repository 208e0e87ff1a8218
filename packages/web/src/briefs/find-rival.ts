import type { Brief, TwoBriefs } from '@kolibra/core/briefs'

/** The working copy as the server keeps it; without a brief there is none. `after` is the version it was begun on. */
export interface BriefCopy {
  readonly revision: number
  readonly after: number | null
  readonly brief: Partial<Brief> | null
  readonly editedBy: string | null
  readonly editorName: string | null
  readonly editedAt: string | null
}

interface Version {
  readonly version: number
  readonly brief: Brief
  readonly author: { readonly name: string | null }
  readonly createdAt: string
}

/** Another text that stands where mine was to go, and where the two of them go on. */
export interface Rival {
  readonly base: TwoBriefs['base']
  readonly theirs: TwoBriefs['theirs']
  /** The version it became; null: it is being typed. */
  readonly version: number | null
  readonly by: string | null
  readonly at: string | null
  readonly next: { readonly revision: number; readonly after: number }
}

/** What this form kept last, and the version it was made from. */
export interface Standing {
  readonly revision: number
  readonly after: number
  readonly brief: Brief
}

/**
 * Whose text stands in the way: a colleague's copy, or a version that was made meanwhile, which counts also when the copy ended with it.
 * Null when nobody's: a copy that was only thrown away takes none of mine with it.
 */
export function findRival(standing: Standing, { copy, versions }: { copy: BriefCopy; versions: readonly Version[] }): Rival | null {
  const newest = versions.toSorted((one, other) => other.version - one.version)[0]
  const { revision } = copy
  if (copy.brief !== null && revision !== standing.revision)
    return {
      base: standing.brief,
      theirs: { ...standing.brief, ...copy.brief },
      version: null,
      by: copy.editorName,
      at: copy.editedAt,
      next: { revision, after: copy.after ?? standing.after },
    }
  if (newest === undefined || newest.version === standing.after) return null
  const from = versions.find(({ version }) => version === standing.after)?.brief
  return {
    base: copy.brief === null ? standing.brief : (from ?? standing.brief),
    theirs: newest.brief,
    version: newest.version,
    by: newest.author.name,
    at: newest.createdAt,
    next: { revision, after: newest.version },
  }
}
