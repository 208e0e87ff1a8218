/** Accounts are alike in how many posts a forecast rests on: bands [A]; on a public list the error of many posts is three quarters of that of few. */
export const POST_BANDS = [
  { band: 'few', from: 0 },
  { band: 'some', from: 4 },
  { band: 'many', from: 8 },
] as const

/** A group of fewer creators than this is calibrated with the larger one around it; at the 50 of science.md §2.2 the 80 % line itself wobbles by six points. */
export const LEAST_CELL = 100

/** Scores of fewer creators than this wobble more than they correct [A]. */
export const LEAST_SCORES = 40

/** Below so many own posts a calibrated range may not be narrower than the model's own: such scores rest on one or two posts [A]. */
export const FEW_POSTS = 4
