import type { FeeRow, FeeTable } from '@kolibra/core/selection'

/** One row as it is typed: the share in per cent, still a text. */
export interface FeeDraft {
  readonly platform: FeeRow['platform']
  readonly percent: string
  readonly source: string
}

/** What keeps a row from being saved. */
export type FeeFault = 'percent' | 'source'

/** Tenths of a per cent and finer stand as they are; 0.07 × 100 does not. */
const toPercent = (share: number) => String(Number((100 * share).toFixed(6)))

/** A row for each of the table, that of all other platforms last. */
export function draftsOf({ rows }: FeeTable): FeeDraft[] {
  return rows
    .map(({ platform, share, source }) => ({ platform, percent: toPercent(share), source }))
    .toSorted((a, b) => Number(a.platform === null) - Number(b.platform === null))
}

/** With a further row before that of all others, still to be filled in. */
export function addRow(drafts: readonly FeeDraft[], platform: NonNullable<FeeRow['platform']>): FeeDraft[] {
  const named = drafts.filter((draft) => draft.platform !== null)
  return [...named, { platform, percent: '', source: '' }, ...drafts.filter((draft) => draft.platform === null)]
}

/** What is wrong with a row; null: nothing. */
export function faultOf({ percent, source }: FeeDraft): FeeFault | null {
  if (readShare(percent) === null) return 'percent'
  return source.trim() === '' ? 'source' : null
}

/** The table to be saved, named after the day; null while a row has a fault. */
export function tableOf(drafts: readonly FeeDraft[], version: string): FeeTable | null {
  const rows = drafts.flatMap(({ platform, percent, source }) => {
    const share = readShare(percent)
    return share === null || source.trim() === '' ? [] : [{ platform, share, source: source.trim() }]
  })
  return rows.length === drafts.length ? { version, rows } : null
}

// Per cent with at most four decimals, half or full width, with or without the sign.
function readShare(percent: string): number | null {
  const typed = percent.normalize('NFKC').replace(/[\s%]/g, '')
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(typed)) return null
  const share = Number((Number(typed) / 100).toFixed(6))
  return share <= 1 ? share : null
}
