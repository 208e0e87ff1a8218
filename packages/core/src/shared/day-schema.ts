import { z } from 'zod'

/** A Shanghai day, `2026-11-22`. China has had one zone and no summer time since 1992. */
export const daySchema = z.iso.date().regex(/^[1-9]/, 'A day of a year from 1000 on')
/** A moment in UTC, `2026-11-22T08:00:00.000Z`. */
export const momentSchema = z.iso.datetime()
