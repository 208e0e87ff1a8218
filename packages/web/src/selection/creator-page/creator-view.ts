/** What the address of a creator's page holds besides the creator. */
export interface CreatorView {
  /** The campaign it was opened from. */
  readonly campaign?: string
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads the address; what does not fit is dropped, so an old link still opens. */
export function readCreatorView({ campaign }: Record<string, unknown>): CreatorView {
  return typeof campaign === 'string' && ID.test(campaign) ? { campaign } : {}
}
