import { z } from 'zod'
import { fault } from './tell-issue.ts'

// PostgreSQL knows no year 0, and a year of five digits sorts before all others.
const OTHER_YEARS = /^(?:0|9999-12-31T(?:1[6-9]|2))/
const inYears = <S extends z.ZodType<string>>(schema: S) =>
  schema.refine(
    (stamp) => !OTHER_YEARS.test(stamp),
    fault('Of the years 1000 to 9999 in Shanghai only', '年份须在 1000 至 9999 之间（上海时间）'),
  )

/** A Shanghai day, `2026-11-22`. China has had one zone and no summer time since 1992. */
export const daySchema = inYears(z.iso.date())
/** A moment in UTC, `2026-11-22T08:00:00.000Z`. */
export const momentSchema = inYears(z.iso.datetime())
