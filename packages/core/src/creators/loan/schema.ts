import { z } from 'zod'
import { daySchema, fault, momentSchema } from '../../shared/index.ts'

/** The bases on which personal data may be held here (PIPL Art. 13). */
export const LOAN_BASES = ['consent', 'contract', 'public_information'] as const

/** On what basis data about a person is held; `until` is the day the clock ends, null: no end was agreed. Days are Shanghai days. */
export const loanInputSchema = z
  .object({
    basis: z.enum(LOAN_BASES),
    since: daySchema,
    until: daySchema.nullable(),
    source: z.string().trim().min(1).max(500),
  })
  .refine(({ since, until }) => until === null || since <= until, { path: ['until'], ...fault('lies before "since"', '早于 since') })

/** Why a loan ends before its time. */
export const loanEndSchema = z.object({ reason: z.string().trim().min(1).max(500) })

/**
 * The loan of one account as it stands. `loan` null: nobody said on what basis; `hasEnded`: its clock has; `ended`: a person ended it
 * before; `locked`: erased, and kept by law until that day.
 */
export const loanStateSchema = z.object({
  personId: z.uuid(),
  loan: z
    .object({
      ...loanInputSchema.shape,
      setAt: momentSchema,
      setBy: z.string().nullable(),
      hasEnded: z.boolean(),
      ended: z.object({ at: momentSchema, by: z.string().nullable(), ...loanEndSchema.shape }).nullable(),
    })
    .nullable(),
  /** How many of the person's accounts that basis was entered for, and how many there are. */
  covers: z.object({ accounts: z.number().int(), of: z.number().int() }),
  locked: z.object({ erasedAt: momentSchema, until: daySchema }).nullable(),
})

/** What asks for an erasure: the person as they were seen, so that nobody joins or leaves unseen. */
export const erasureInputSchema = z.object({ personId: z.uuid() })

/**
 * What an erasure did. Counts and ids, no value about the person. `uploads`: waiting files that spoke of them and were thrown away;
 * `lockedUntil` null: nothing had to be kept.
 */
export const erasureReportSchema = z.object({
  erasureId: z.uuid(),
  accounts: z.number().int(),
  posts: z.number().int(),
  files: z.array(z.object({ importId: z.uuid(), records: z.number().int() })),
  uploads: z.number().int(),
  lockedUntil: daySchema.nullable(),
})

export type LoanInput = z.infer<typeof loanInputSchema>
export type LoanEnd = z.infer<typeof loanEndSchema>
export type LoanState = z.infer<typeof loanStateSchema>
export type ErasureReport = z.infer<typeof erasureReportSchema>
