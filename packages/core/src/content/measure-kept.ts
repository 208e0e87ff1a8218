import { countRewritten } from './compare-texts.ts'

/** What happened to a draft until the post was out, oldest first: a version came in, changes were asked of it, or the creator refused them. */
export type DraftStep = { readonly kind: 'draft'; readonly text: string } | { readonly kind: 'asked' } | { readonly kind: 'refused' }

/** How much of the first draft is left, and of how much the brand's requests took it; shares 0–1 of the first draft's characters. */
export interface KeptShare {
  /** 1 − what the brand's requests rewrote; null: there is no first draft, or it has no text. */
  readonly kept: number | null
  /** What the creator changed without being asked; null as above. */
  readonly ownChange: number | null
  readonly versions: number
  /** Versions that followed a request of the brand's which was not refused. */
  readonly asked: number
}

interface Version {
  readonly text: string
  readonly isAsked: boolean
}

// A request counts until it is refused, and for the next version only.
function listVersions(steps: readonly DraftStep[]): Version[] {
  const versions: Version[] = []
  let isAsked = false
  for (const step of steps) {
    if (step.kind === 'draft') versions.push({ text: step.text, isAsked: isAsked && versions.length > 0 })
    isAsked = step.kind === 'asked'
  }
  return versions
}

/**
 * `kept = 1 − min(lost, Σ max(0, s(i−1) − s(i)))` over the versions that followed a request of the brand's, where s(i) is the share of the
 * first draft that stands in version i, and lost what of it stands no more in the last one: what was struck and put back is not rewritten,
 * and what the creator changed unasked is not the brand's.
 */
export function measureKept(steps: readonly DraftStep[]): KeptShare {
  const versions = listVersions(steps)
  const [first] = versions
  const counts = { versions: versions.length, asked: versions.filter(({ isAsked }) => isAsked).length }
  if (first === undefined) return { kept: null, ownChange: null, ...counts }
  const lostAt = versions.map(({ text }) => countRewritten(first.text, text))
  const lost = lostAt.at(-1) ?? null
  if (lost === null) return { kept: null, ownChange: null, ...counts }
  const taken = versions.reduce((sum, { isAsked }, at) => sum + (isAsked ? Math.max(0, (lostAt[at] ?? 0) - (lostAt[at - 1] ?? 0)) : 0), 0)
  const rewritten = Math.min(lost, taken)
  return { kept: 1 - rewritten, ownChange: lost - rewritten, ...counts }
}
