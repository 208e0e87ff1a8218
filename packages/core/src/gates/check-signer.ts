import { accept, refuse, type Outcome } from '../shared/index.ts'

/** Refuses `contract.creator_gone`: who declined or was withdrawn is not signed until the invitation is open again. */
export function checkSigner(creatorId: string, gone: readonly string[]): Outcome<null> {
  return gone.includes(creatorId) ? refuse({ code: 'contract.creator_gone', creatorId }) : accept(null)
}
