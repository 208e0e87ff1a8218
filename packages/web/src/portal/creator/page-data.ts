import type { Brief, BriefState, Playback, PlaybackField, ThreadState } from '@kolibra/core/briefs'
import type { LintItem } from '@kolibra/core/compliance'
import type { Deliverable } from '@kolibra/core/content'
import type { CreatorFileKind, CreatorRequest, CreatorStep } from '@kolibra/core/portal'
import type { Localized } from '@kolibra/core/shared'

/** One post as the server tells it. */
export interface OwnPost {
  readonly deliverable: Deliverable
  readonly step: CreatorStep
  readonly whose: 'desk' | 'creator' | 'none'
  readonly due: string | null
  readonly answer: 'accept' | 'decline' | null
  readonly draft: {
    readonly version: number
    readonly title: string
    readonly text: string
    readonly link: string | null
    readonly label: string | null
    readonly lint: LintItem
    readonly submittedAt: string
  } | null
  readonly changesAsked: { readonly note: string | null; readonly at: string } | null
  readonly agreed: readonly { readonly field: string; readonly told: Localized }[]
  readonly requests: readonly CreatorRequest[]
  readonly files: readonly { readonly id: string; readonly kind: CreatorFileKind; readonly fileName: string; readonly uploadedAt: string }[]
  readonly notices: readonly { readonly ruleId: string; readonly effectiveOn: string; readonly zh: string }[]
}

interface Items {
  readonly deliverables: readonly string[]
  readonly mustSay: readonly string[]
  readonly mustNot: readonly string[]
}

/** What is asked of the creator about the brief, what they said, where it differs, and what they asked. */
export interface OwnTalk {
  readonly question: Items
  readonly asked: Items
  readonly playback: Playback | null
  readonly revision: number
  readonly isUnderstood: boolean
  readonly differences: readonly {
    readonly key: string
    readonly field: PlaybackField
    readonly itemId: string
    readonly expected: readonly string[]
    readonly said: readonly string[]
  }[]
  readonly threads: readonly {
    readonly id: string
    readonly itemId: string
    readonly state: ThreadState
    readonly words: readonly { readonly words: string; readonly at: string; readonly isOwn: boolean }[]
  }[]
}

/** The brief that was sent, with what is said of it. */
export interface OwnBrief {
  readonly id: string
  readonly version: number
  readonly content: Brief
  readonly talk: OwnTalk
}

/** Everything the page shows. */
export interface PageData {
  readonly desk: string
  readonly creator: { readonly name: string | null }
  readonly campaign: { readonly brand: string; readonly product: string; readonly ends: string }
  readonly expiresAt: string
  readonly brief: OwnBrief | null
  readonly posts: readonly OwnPost[]
  readonly product: {
    readonly sentOn: string | null
    readonly receivedOn: string | null
    readonly inUseSince: string | null
    readonly isProved: boolean
    readonly revision: number
  }
  readonly requests: readonly CreatorRequest[]
}

/** Everything the page of a reviewer outside shows. */
export interface ReviewData {
  readonly desk: string
  readonly reviewer: { readonly name: string | null; readonly party: string | null }
  readonly campaign: { readonly brand: string; readonly product: string }
  readonly expiresAt: string
  readonly brief: {
    readonly id: string
    readonly version: number
    readonly state: BriefState
    readonly content: Brief
    readonly mayDecide: boolean
    readonly decisions: readonly {
      readonly move: 'approve' | 'request_changes'
      readonly note: string | null
      readonly at: string
      readonly isOwn: boolean
    }[]
    readonly threads: OwnTalk['threads']
  } | null
}

/** What is held about the creator. */
export interface HeldData {
  readonly name: string | null
  readonly loan: { readonly basis: string; readonly since: string; readonly until: string | null } | null
  readonly lockedUntil: string | null
  readonly kinds: readonly { readonly kind: string; readonly count: number }[]
  readonly devices: readonly { readonly name: string | null; readonly seenAt: string }[]
}

/** What every part of a post's screen is given. */
export interface PostProps {
  readonly linkId: string
  readonly post: OwnPost
  /** Reads the page anew after something was sent. */
  readonly onChange: () => Promise<void>
}

/** What the screens that speak of the brief are given. */
export interface BriefTalk {
  readonly linkId: string
  readonly brief: OwnBrief
  /** Reads the page anew after something was sent. */
  readonly onChange: () => Promise<void>
}
