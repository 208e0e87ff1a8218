// All of this was chosen on one half of the creators of a public list (bench/measure-forecast.ts, the half of hash 0) by the smallest
// mean 80 % interval score among settings that met every aim of coverage there; the other half was read afterwards (docs/measured.md).

/** Accounts are alike in how many posts a forecast rests on. */
export const POST_BANDS = [
  { band: 'few', from: 0 },
  { band: 'some', from: 3 },
  { band: 'many', from: 6 },
] as const

/** A group of fewer creators than this is calibrated with the larger one around it; at the 50 of science.md §2.2 the 80 % line itself wobbles by six points. */
export const LEAST_CELL = 100

/** Scores of fewer creators than this wobble more than they correct [A]. */
export const LEAST_SCORES = 40

/** Below so many own posts a calibrated range may not be narrower than the model's own: such scores rest on one or two posts [A]. */
export const FEW_POSTS = 4

/** So many groups take turns at being forecast by cohorts that have not seen their newest posts: of 1, 2 and 5 the two came nearest to what ranges promise. */
export const CALIBRATION_FOLDS = 2

/**
 * What a range of an account with more than `from` posts is wide, against one of `from`: (posts ÷ from)^exponent. Too few accounts have so
 * many posts for cells of their own; without this their ranges, set by accounts of six posts and more, held 88 % where 80 % was promised.
 */
export const MANY_POSTS = { from: 10, exponent: -0.2 } as const
