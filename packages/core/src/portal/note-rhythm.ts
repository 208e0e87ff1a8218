import { z } from 'zod'

/** How often the parties of a campaign are written to. */
export const noteRhythmSchema = z.strictObject({ everyDays: z.number().int().min(1).max(31) })
export type NoteRhythm = z.infer<typeof noteRhythmSchema>

/** What counts until somebody sets another for the campaign: a note a week. */
export const NOTE_RHYTHM: NoteRhythm = { everyDays: 7 }

/** What the page offers: daily, twice a week or so, weekly, every two weeks, every four. */
export const OFFERED_RHYTHM_DAYS = [1, 3, 7, 14, 28] as const
