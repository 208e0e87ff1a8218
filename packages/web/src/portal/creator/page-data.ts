import type { Brief } from '@kolibra/core/briefs'
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

/** Everything the page shows. */
export interface PageData {
  readonly desk: string
  readonly creator: { readonly name: string | null }
  readonly campaign: { readonly brand: string; readonly product: string; readonly ends: string }
  readonly expiresAt: string
  readonly brief: { readonly id: string; readonly version: number; readonly content: Brief } | null
  readonly posts: readonly OwnPost[]
  readonly requests: readonly CreatorRequest[]
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
