/** How far results scatter around what a mix problem states, where it does not say. All [A]. */
export const ASSUMED_SPREAD = {
  /** Standard deviation of ln(result): that of one post's views where nothing of the account is known (aggregate-table.ts). */
  sd: 0.9,
  /** Share of the variance that all creators of a mix have in common; the same as in campaign forecasts. */
  rho: 0.15,
} as const
