import type { CreatorAnswer } from '../content/index.ts'
import { accept, refuse, type Outcome } from '../shared/index.ts'

/** Who signs, and what they said of this post. */
export interface Signer {
  readonly creatorId: string
  readonly answer: CreatorAnswer | null
}

/**
 * Refuses `contract.creator_gone`: who declined or was withdrawn is not signed until the invitation is open again; and
 * `contract.post_declined`: who said no to this very post by their link is not signed for it until they are asked again.
 */
export function checkSigner({ creatorId, answer }: Signer, gone: readonly string[]): Outcome<null> {
  if (gone.includes(creatorId)) return refuse({ code: 'contract.creator_gone', creatorId })
  return answer === 'decline' ? refuse({ code: 'contract.post_declined', creatorId }) : accept(null)
}
