import type { TurnKind, TurnSide } from '@kolibra/core/portal'

/** Something that waits for somebody in a campaign. `count` is of how many the same is asked, `due` a moment or a Shanghai day. */
export interface Turn {
  /** Ids and the end of the clock: a clock that begins anew is another turn. */
  readonly key: string
  readonly kind: TurnKind
  readonly whose: TurnSide
  readonly creatorId: string | null
  readonly partyId: string | null
  readonly due: string | null
  readonly startedAt: string | null
  readonly count: number
}

/** A turn with its key made; `of` tells turns of one kind and side apart. */
export function makeTurn({ of, ...turn }: Omit<Turn, 'key'> & { readonly of: string }): Turn {
  return { ...turn, key: [turn.kind, of, turn.due ?? ''].join(':') }
}
