import type { PartyRole } from '../accounts/index.ts'
import type { Brief, BriefState, FreedomTable, PlaybackField } from '../briefs/index.ts'
import type { Campaign, Finding, Gate, Subject, Waiver } from '../campaigns/index.ts'
import type { LintItem, RuleEntry } from '../compliance/index.ts'
import type { Deliverable, Draft } from '../content/index.ts'
import type { Account, HeldForConflicts } from '../creators/index.ts'
import type { ChosenPlan } from '../selection/index.ts'

/** One chosen creator: `costFen` with room for a platform fee that the quote does not state. Null is not known, in `costFen`, `filed` and what is held of other work and days. */
export interface ChosenCreator extends HeldForConflicts {
  readonly creatorId: string
  readonly account: Account
  readonly costFen: number | null
  readonly format: string
  readonly filed: boolean | null
  readonly contracted: boolean
}

/** What is known of the local review of a version. */
export interface ReviewUnderJudgement {
  /** How many people may review this version. */
  readonly reviewers: number
  readonly isApproved: boolean
  /** True when the version's author typed in what somebody outside decided. */
  readonly isEnteredByAuthor: boolean
}

/** What one party understood of a version: ids and field names, never words. */
export interface PartyUnderstanding {
  readonly partyId: string
  readonly role: PartyRole
  readonly isAnswered: boolean
  /** Differences nobody has settled yet. */
  readonly open: readonly { readonly key: string; readonly field: PlaybackField }[]
}

/** One brief version with its state, its review and the linter's answer on its text. */
export interface BriefUnderJudgement {
  readonly id: string
  readonly version: number
  readonly state: BriefState
  readonly authorId: string
  /** Absent: as the state tells, and somebody may review. */
  readonly review?: ReviewUnderJudgement
  /** The parties that are asked to play it back; absent: none. */
  readonly understanding?: readonly PartyUnderstanding[]
  readonly brief: Brief
  readonly lint: LintItem | null
  /** The version before; null or absent: there is none, so no side of it can have been forgotten. */
  readonly previous?: Brief | null
}

/** Proof that the creator had the product: days or moments, null is not known; `isShown`: a note or a photo shows it. */
export interface ProductProof {
  readonly sentAt: string | null
  readonly receivedAt: string | null
  readonly inUseSince: string | null
  readonly isShown: boolean
}

/** One deliverable with its current draft, the drafts before it (oldest first) and the proof of product. */
export interface DeliverableUnderJudgement {
  readonly deliverable: Deliverable
  readonly draft: Draft | null
  readonly previousDrafts: readonly Draft[]
  readonly productProof: ProductProof | null
}

/** A pass as it was recorded: the hash it was bound to and the hash of each part of that input. */
export interface EarlierPass {
  readonly gate: Gate
  readonly subject: Subject
  readonly inputHash: string
  readonly parts: Readonly<Record<string, string>>
}

/** Everything the five gates look at. `today` is a Shanghai day; `rulebook` the version in force now (null or absent: not compared). */
export interface GateInput {
  readonly campaign: Campaign
  /** What the plan promises of those really chosen; before a choice, of all it planned. */
  readonly plan: ChosenPlan | null
  readonly chosen: readonly ChosenCreator[]
  readonly brief: BriefUnderJudgement | null
  readonly deliverables: readonly DeliverableUnderJudgement[]
  readonly waivers: readonly Waiver[]
  readonly earlier: readonly EarlierPass[]
  readonly today: string
  readonly rulebook?: string | null
  /** The entries of that rulebook; absent: how long ago their sources were looked at is not judged. */
  readonly entries?: readonly RuleEntry[]
  /** The workspace's own weights of the freedom index; absent: the shipped ones. */
  readonly freedomTable?: FreedomTable
}

/** What a gate function returns per subject: findings, and the named parts of the input they stand on (that is what is hashed). */
export interface GateAnswer {
  readonly gate: Gate
  readonly subject: Subject
  readonly label: string
  /** True while an input is not there yet (no goal, no brief, no draft). */
  readonly isOpen: boolean
  readonly parts: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}
