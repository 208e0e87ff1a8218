// One number tells the filter all it needs of a UTF-16 unit. Lowest are sixteen bits of code: a hash of what it folds to.
export const CODE = 0xffff
/** Seven bits from here: a hash of what it sounds like. */
export const SOUND_SHIFT = 16
export const SOUND = 0x7f
/** It is a term by itself. */
export const ALONE = 1 << 23
/** It is dropped. Halves of pairs too; whether the pair means something is asked later. */
export const SKIP = 1 << 24
export const SKIP_TO_SIGN = 7
export const PAIR = 1 << 25
/** It stands for several units. */
export const MANY = 1 << 26

// Two neighbours are one number as well: eight bits of the code of the first over all of the second's, and above that sound and ALONE of
// both. A third rolls it on with one shift.
export const KEPT = CODE | (SOUND << SOUND_SHIFT) | ALONE
export const ROLLED = 0x00ff00ff
export const ROLL_SHIFT = 8
/** Third neighbours are told apart in 32 classes, a bit of a number for each. */
export const THIRD = 31

/** Between two units of a term at most this much may be dropped. */
export const WIDEST_GAP = 8
