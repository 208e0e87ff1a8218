import { z } from 'zod'
import { categorySchema, creatorTypeSchema, daySchema, fault, localizedSchema, momentSchema, platformSchema } from '../shared/index.ts'
import { toneTargetSchema } from '../creators/image/schema.ts'

/** The five gates in the order of the spine. */
export const GATES = ['goal', 'choice', 'brief', 'trust', 'rules'] as const
export const gateSchema = z.enum(GATES)

/** What a gate judges: the campaign, one creator, one brief version, one deliverable. */
export const subjectSchema = z.object({ kind: z.enum(['campaign', 'creator', 'mix', 'brief', 'deliverable']), id: z.string() })

/** What a gate says: `{code, subject, severity, because, fix}`. `because` names the numbers it stands on. */
export const findingSchema = z.object({
  code: z.string(),
  subject: subjectSchema,
  severity: z.enum(['block', 'warn', 'info']),
  because: localizedSchema,
  fix: localizedSchema,
  waivable: z.boolean(),
})

/** A waiver is kept for ever and stops counting when the subject's input hash changes. */
export const waiverSchema = z.object({
  gate: gateSchema,
  code: z.string(),
  subject: subjectSchema,
  inputHash: z.string(),
  person: z.string(),
  role: z.string(),
  reason: z.string().min(1),
  /** What backs the reason (a report, a licence number); a rule error cannot be waived without it. */
  evidence: z.string().nullish(),
  at: momentSchema,
})

/** The stage of the brand in China leads to the goal (GOAL_BY_STAGE). */
export const STAGES = ['new', 'established'] as const
/** The one primary goal: be known, or sell a product. */
export const PRIMARY_GOALS = ['awareness', 'product'] as const

/** When a KPI's number is delivered, counted from its deadline. */
export const DELIVERY_TIMES = ['T+1', 'T+7', 'T+21', 'day 45'] as const

/** Where a baseline comes from: a person's word, a series (`n` days, from, to) or an earlier campaign. */
export const baselineBasisSchema = z.object({
  source: z.string().min(1),
  formula: z.string().nullish(),
  from: daySchema.nullish(),
  to: daySchema.nullish(),
  n: z.number().int().min(0).nullish(),
})

export const kpiSchema = z.object({
  name: z.enum(['views', 'reach', 'interactions', 'newFollowers', 'mentions', 'searchIndex', 'sales']),
  unit: z.string(),
  definition: z.string(),
  /** Formula per platform where it is not that of the template: the platforms count differently. */
  formulas: z.partialRecord(platformSchema, z.string().min(1)).nullish(),
  baseline: z.number().nullable(),
  baselineBasis: baselineBasisSchema.nullish(),
  /** Whose series measures it, as `series.jsonl` names its subjects; left out: the brand's and the product's own. */
  subjects: z.array(z.string().min(1)).nullish(),
  target: z.number().positive(),
  deadline: daySchema,
  deliveredBy: z.string(),
  deliveredWhen: z.enum(DELIVERY_TIMES),
})

/** What must not get worse while the goal is pursued. */
export const GUARD_METRICS = ['cpm', 'cpe', 'cpv', 'refundShare', 'positiveShare', 'roi', 'views', 'reach'] as const

export const guardRailSchema = z.object({
  metric: z.enum(GUARD_METRICS),
  bound: z.enum(['atMost', 'atLeast']),
  value: z.number().min(0),
  unit: z.string().min(1),
  /** Where the limit comes from: a benchmark with n and date, or a person. */
  source: z.string().min(1),
  deliveredBy: z.string(),
  deliveredWhen: z.enum(DELIVERY_TIMES),
})

export const goalSchema = z.object({
  primary: z.enum(PRIMARY_GOALS),
  reasonForOtherGoal: z.string().nullable(),
  kpis: z.array(kpiSchema),
  guardRails: z.array(guardRailSchema).nullish(),
})

/** Constraints of the mix by creator type; shares are of the budget. */
export const mixRuleSchema = z.object({
  type: creatorTypeSchema,
  minCount: z.number().int().min(0).nullable(),
  maxCount: z.number().int().min(0).nullable(),
  minShare: z.number().min(0).max(1).nullable(),
  maxShare: z.number().min(0).max(1).nullable(),
})

const groupLimitSchema = z.object({
  minCount: z.number().int().min(0).nullish(),
  maxCount: z.number().int().min(0).nullish(),
  minShare: z.number().min(0).max(1).nullish(),
  maxShare: z.number().min(0).max(1).nullish(),
})

/** KPIs that a plan can be held to: account data can forecast them. */
export const PLANNED_KPIS = ['views', 'reach', 'interactions'] as const
const plannedKpiSchema = z.enum(PLANNED_KPIS)

/** Constraints of the mix beside those by type; shares are of the budget. */
export const mixConstraintsSchema = z.object({
  platforms: z.array(groupLimitSchema.extend({ platform: platformSchema })).nullish(),
  /** By what creators write about, as their accounts name it. */
  categories: z.array(groupLimitSchema.extend({ category: z.string().min(1) })).nullish(),
  /** Pairs of creators of whom at most one may be chosen. */
  apart: z.array(z.array(z.string().min(1)).length(2)).nullish(),
  /** Chance of a yes by type in place of the planner's own table. */
  accepts: z.partialRecord(creatorTypeSchema, z.number().min(0).max(1)).nullish(),
  /** Least of a KPI that the plan brings by middle forecasts, each creator counted with the chance of a yes. */
  minimum: z.partialRecord(plannedKpiSchema, z.number().positive()).nullish(),
  /** Least chance with which the plan's forecast of one KPI reaches a target; the target need not be the goal's. */
  chance: z.object({ kpi: plannedKpiSchema, target: z.number().positive(), atLeast: z.number().min(0).max(1) }).nullish(),
})

const eventsSchema = z.number().min(0).nullish()

/** Events that cannot come more than once per view. */
const ONCE_PER_VIEW = ['newFollowers', 'clicks', 'orders'] as const

/**
 * What views have brought before: one row per earlier campaign, counted by whoever counts it. Left out or null: not known, never nil.
 * `paidFen` is what was paid for the orders, `refundFen` what of it went back.
 */
export const pastResultSchema = z
  .object({
    source: z.string().min(1).max(200),
    views: z.number().positive(),
    newFollowers: eventsSchema,
    mentions: eventsSchema,
    clicks: eventsSchema,
    orders: eventsSchema,
    paidFen: z.number().int().min(0).nullish(),
    refundFen: z.number().int().min(0).nullish(),
  })
  .superRefine((row, ctx) => {
    for (const event of ONCE_PER_VIEW)
      if ((row[event] ?? 0) > row.views)
        ctx.addIssue({ code: 'custom', path: [event], message: 'is more than the views', params: { zh: '多于播放/阅读数 views' } })
    if (row.paidFen != null && (row.refundFen ?? 0) > row.paidFen)
      ctx.addIssue({ code: 'custom', path: ['refundFen'], message: 'is more than what was paid', params: { zh: '多于实付金额 paidFen' } })
  })

// Shares that a person rounds come to a little more than a whole.
const MOST_OF_WHOLE = 1.02

/** Shares of one audience by gender or age, 0–1; what is left of 1 is not known. */
const audienceSharesSchema = z
  .record(z.string(), z.number().min(0).max(1))
  .refine(
    (shares) => Object.values(shares).reduce((sum, share) => sum + share, 0) <= MOST_OF_WHOLE,
    fault('shares come to more than 1', '占比合计超过 1'),
  )

/** A campaign as a person writes it in `campaign.yaml` and as the server keeps it. */
export const campaignSchema = z
  .object({
    name: z.string().min(1),
    brand: z.string().min(1),
    stage: z.enum(STAGES),
    category: categorySchema,
    product: z.object({
      name: z.string(),
      cosmeticClass: z.enum(['ordinary', 'special', 'children']).nullable(),
      registrationNo: z.string().nullable(),
      ownBrandWords: z.array(z.string()),
    }),
    platforms: z.array(platformSchema).min(1),
    budgetFen: z.number().int().positive(),
    secondCurrency: z
      .object({ code: z.enum(['CHF', 'EUR', 'USD', 'GBP']), ratePerCny: z.number().positive(), on: daySchema, source: z.string() })
      .nullable(),
    starts: daySchema,
    ends: daySchema,
    audience: z.object({ gender: audienceSharesSchema, age: audienceSharesSchema, size: z.number().positive().nullable() }).nullable(),
    localAgency: z.string().nullable(),
    competitors: z.array(z.string()),
    /** How the brand wishes creators to write; left out or null: nothing is wished. */
    wishedTone: toneTargetSchema.nullish(),
    /** The campaigns that this one goes on from: their ids, or their names where a file knows no ids. */
    predecessors: z.array(z.string().min(1).max(200)).max(20).nullish(),
    goal: goalSchema.nullable(),
    mix: z.array(mixRuleSchema),
    /** What earlier campaigns brought per view: forecasts of followers, mentions and sales rest on it. Left out or null: nothing is held. */
    pastResults: z.array(pastResultSchema).max(50).nullish(),
    /** What one order is worth before refunds, and the share that comes back, where no earlier campaign counted it. */
    orderValue: z
      .object({ fen: z.number().int().positive(), refundShare: z.number().min(0).max(1).nullish(), source: z.string().min(1).max(200) })
      .nullish(),
    /** Left out or null: none beside `mix`. */
    constraints: mixConstraintsSchema.nullish(),
    mustHave: z.array(z.string()),
    never: z.array(z.string()),
    seed: z.number().int(),
  })
  .refine(({ starts, ends }) => starts <= ends, { path: ['ends'], ...fault('lies before "starts"', '早于开始日 starts') })

export type Gate = z.infer<typeof gateSchema>
export type Subject = z.infer<typeof subjectSchema>
export type Finding = z.infer<typeof findingSchema>
export type Waiver = z.infer<typeof waiverSchema>
export type Kpi = z.infer<typeof kpiSchema>
export type GuardRail = z.infer<typeof guardRailSchema>
export type Goal = z.infer<typeof goalSchema>
export type MixRule = z.infer<typeof mixRuleSchema>
export type MixConstraints = z.infer<typeof mixConstraintsSchema>
export type PastResult = z.infer<typeof pastResultSchema>
export type Campaign = z.infer<typeof campaignSchema>
