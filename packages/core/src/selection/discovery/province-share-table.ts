/**
 * From which share of an audience on a province may be asked for. Steps, so that one word per province says how far it reaches: a search
 * compares one column, whichever step is asked. None below a tenth: a handful of provinces each would make nearly every audience a set of its
 * own, and the counts of a million accounts too slow.
 */
export const PROVINCE_SHARES = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5] as const
/** One of the steps, 0–1. */
export type ProvinceShare = (typeof PROVINCE_SHARES)[number]
/** What is asked where nobody says. */
export const USUAL_PROVINCE_SHARE: ProvinceShare = 0.1
