/** What an interaction is, by who counts it (imports.md §3.0 no. 3): numbers of two definitions are never compared. */
export const XINGTU_INTERACTIONS = 'likes + comments + shares, without saves, as Xingtu counts'
export const PUGONGYING_INTERACTIONS = 'likes + comments + saves, as Pugongying counts'
/** The source prints a number and no word of how it counts. */
export const UNSTATED = 'the source does not print its definition'
