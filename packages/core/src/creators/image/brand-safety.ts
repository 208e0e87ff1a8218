import type { ImageReport } from './schema.ts'

/** How safe a creator is for a brand, 0–100; `score` null: not known, then `atMost` says what could be promised if all that is unknown were spotless. */
export interface BrandSafety {
  readonly score: number | null
  readonly atMost: number
}

/**
 * The brand safety of a creator, for whoever weighs creators: Fit takes it from here and nowhere else.
 * It is the score of the background and image report and nothing besides; not known stays not known, and is never read as safe.
 */
export const brandSafetyOf = ({ safety: { score, atMost } }: Pick<ImageReport, 'safety'>): BrandSafety => ({ score, atMost })
