declare const brand: unique symbol
/** A primitive that may only be made by the function that checked it. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name }

/** Whole fen (1/100 CNY). The planner adds thousands of prices; yuan as a float would drift by the last page. */
export type Fen = Branded<number, 'Fen'>

/** Takes whole fen; anything else is a bug of the caller, since input was parsed before. */
export function fen(amountFen: number): Fen {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not whole fen: ${amountFen}`)
  return amountFen as Fen
}

/** Proof that the caller may act in this workspace. Minted only by the server's `authorize`. */
export type WorkspaceId = Branded<string, 'WorkspaceId'>
