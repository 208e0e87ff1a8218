/** Sponsored posts are believed to differ from everyday ones by this much either way, on the log scale: like rates nearly equal in one study, +34 % in another (science.md §1.2) [A]. */
export const SPONSORED_SD = 0.35

/** An account's own difference counts as much as the belief once it rests on so many sponsored posts [A]. */
export const SPONSORED_WEIGHT = 5
