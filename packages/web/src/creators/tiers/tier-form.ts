import type { TierRow, TierTable } from '@kolibra/core/creators'
import type { Localized } from '@kolibra/core/shared'

type Tier = TierRow['tier']

/** One row as it is typed: one platform, the number still a text. */
export interface TierDraft {
  readonly platform: TierRow['platforms'][number]
  readonly tier: Tier
  readonly type: TierRow['type']
  readonly fromFollowers: string
  readonly source: Localized
  readonly grade: TierRow['grade']
}

/** What keeps a row from being saved. */
export type TierFault = 'number' | 'order' | 'source'

/** Which row of the table. */
export type RowKey = Pick<TierDraft, 'platform' | 'tier'>

// From the largest to the smallest.
const TIERS = ['head', 'mid', 'junior', 'koc'] as const
const ORDER: Record<Tier, number> = { head: 0, mid: 1, junior: 2, koc: 3 }
const TYPES: Record<Tier, TierRow['type']> = { head: 'kol', mid: 'micro', junior: 'micro', koc: 'koc' }

const inOrder = (a: RowKey, b: RowKey) => (a.platform === b.platform ? ORDER[a.tier] - ORDER[b.tier] : a.platform < b.platform ? -1 : 1)

/** A row for every platform of every row of the table, largest tier first. */
export function draftsOf({ rows }: TierTable): TierDraft[] {
  return rows
    .flatMap(({ platforms, fromFollowers, ...row }) =>
      platforms.map((platform) => ({ ...row, platform, fromFollowers: fromFollowers.toLocaleString('en-US') })),
    )
    .toSorted(inOrder)
}

/** The tiers that a platform has no row for, largest first. */
export function listFreeTiers(drafts: readonly TierDraft[], platform: TierDraft['platform']): Tier[] {
  return TIERS.filter((tier) => !drafts.some((draft) => draft.platform === platform && draft.tier === tier))
}

/** With a further row, still to be filled in: its threshold and where that comes from are nobody's guess. */
export function addRow(drafts: readonly TierDraft[], key: RowKey): TierDraft[] {
  const row: TierDraft = { ...key, type: TYPES[key.tier], fromFollowers: '', source: { en: '', zh: '' }, grade: 'A' }
  return [...drafts, row].toSorted(inOrder)
}

/** What is wrong with a row beside the others; null: nothing. */
export function faultOf(draft: TierDraft, all: readonly TierDraft[]): TierFault | null {
  if (readFollowers(draft) === null) return 'number'
  if (draft.source.en.trim() === '' || draft.source.zh.trim() === '') return 'source'
  const own = readFollowers(draft) ?? 0
  const isOutOfOrder = all.some((other) => {
    const count = readFollowers(other)
    return other.platform === draft.platform && ORDER[other.tier] > ORDER[draft.tier] && count !== null && count >= own
  })
  return isOutOfOrder ? 'order' : null
}

/** The table to be saved, named after the day; null while a row has a fault. */
export function tableOf(drafts: readonly TierDraft[], version: string): TierTable | null {
  if (drafts.length === 0 || drafts.some((draft) => faultOf(draft, drafts) !== null)) return null
  return {
    version,
    rows: drafts.map(({ platform, fromFollowers: _typed, ...row }, at) => ({
      ...row,
      platforms: [platform],
      fromFollowers: readFollowers(drafts[at]) ?? 0,
    })),
  }
}

// Digits with commas or blanks between them, half or full width.
function readFollowers(draft: TierDraft | undefined): number | null {
  const digits = (draft?.fromFollowers ?? '').normalize('NFKC').replace(/[\s,]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}
