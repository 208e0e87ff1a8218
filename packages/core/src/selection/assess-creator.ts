import { z } from 'zod'
import { findingSchema, type Campaign } from '../campaigns/index.ts'
import { hasQuoteEnded, type HeldForConflicts } from '../creators/index.ts'
import { localizedSchema } from '../shared/index.ts'
import { chooseQuote, feeRoomOf } from './choose-quote.ts'
import { FEE_TABLE, feeRowOf, type FeeTable } from './fee-table.ts'
import { findConflicts } from './conflicts/find-conflicts.ts'
import { fitReportSchema, type FitTable } from './fit/fit-schema.ts'
import { measureFit, type FitFacts } from './fit/measure-fit.ts'

/** What is paid in all by the quote a plan would use; `costFen` null: there is none, and `because` says why. */
export const assessedPriceSchema = z.object({
  costFen: z.number().int().nullable(),
  /** Kept back beside it for a platform fee that the quote does not state. */
  feeRoomFen: z.number().int(),
  format: z.string().nullable(),
  filed: z.boolean().nullable(),
  /** Unfiled quotes that hold are recorded and never recommended: how many there are. */
  unfiled: z.number().int(),
  because: localizedSchema,
})

/** One creator held against one campaign: fit, what stands in the way, and the price. */
export const assessmentSchema = z.object({
  creatorId: z.string(),
  fit: fitReportSchema,
  conflicts: z.array(findingSchema),
  price: assessedPriceSchema,
})
export type Assessment = z.infer<typeof assessmentSchema>

/** What an assessment is made from. `onDay`: Shanghai day on which the price must hold. */
export interface AssessmentFacts extends FitFacts, HeldForConflicts {
  readonly creatorId: string
  readonly onDay: string
  readonly table?: FitTable | undefined
  /** Service fees where quotes state none; absent: the shipped ones. */
  readonly fees?: FeeTable | undefined
}

/** Holds a creator against a campaign: the same fit, conflicts and price as list, shortlist, planner and Choice gate show. Sums in fen. */
export function assessCreator(facts: AssessmentFacts, campaign: Campaign): Assessment {
  const { creatorId, account, onDay, table, fees = FEE_TABLE } = facts
  const choice = chooseQuote(account, campaign.starts > onDay ? campaign.starts : onDay)
  const unfiled = account.quotes.filter((quote) => quote.filed === false && !hasQuoteEnded(quote, onDay)).length
  return {
    creatorId,
    fit: measureFit(facts, campaign, table),
    conflicts: findConflicts(facts, campaign, { kind: 'creator', id: creatorId }),
    price:
      choice.quote === null
        ? { costFen: null, feeRoomFen: 0, format: null, filed: null, unfiled, because: choice.because }
        : {
            costFen: choice.costFen,
            feeRoomFen: feeRoomOf(choice, feeRowOf(fees, account.platform)),
            format: choice.quote.format,
            filed: choice.quote.filed,
            unfiled,
            because: choice.because,
          },
  }
}
