/** What speaks for or against two accounts being one person. `alone`: enough to put a pair before a person at all. */
export interface EvidenceRow {
  readonly weight: number
  readonly alone: boolean
}

/** Weights in points; a pair is suggested from SUGGEST_FROM on. They order a list for a person to decide and decide nothing. */
export const MERGE_EVIDENCE = {
  same_id: { weight: 50, alone: true },
  mentions: { weight: 50, alone: true },
  same_handle: { weight: 45, alone: true },
  same_name: { weight: 40, alone: true },
  same_mcn: { weight: 15, alone: false },
  same_region: { weight: 5, alone: false },
  same_categories: { weight: 10, alone: false },
  like_audience: { weight: 10, alone: false },
  other_gender: { weight: -40, alone: false },
  other_mcn: { weight: -15, alone: false },
} as const satisfies Record<string, EvidenceRow>

/** A row of MERGE_EVIDENCE. */
export type EvidenceCode = keyof typeof MERGE_EVIDENCE

export const SUGGEST_FROM = 40
export const STRONG_FROM = 60
/** A name that more accounts than this share says nothing about who they are. */
export const LARGEST_BLOCK = 20
