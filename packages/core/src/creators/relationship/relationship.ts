import { z } from 'zod'
import { localizedSchema, say, type Localized } from '../../shared/index.ts'
import { standingOf } from './check-experience.ts'
import { isPraise, SEVERITY_WEIGHTS, STANDING_WEIGHTS } from './experience-table.ts'
import { experienceSchema, preferencesSchema, type Experience } from './schema.ts'

/** What is held of working with a creator over all campaigns, counted. */
export interface WorkCounts {
  /** Posts that were planned with them, and those under contract. */
  readonly planned: number
  readonly contracted: number
  /** Of those under contract: already published, and those whose planned day is over or that are out. */
  readonly delivered: number
  readonly due: number
  /** Of those with a planned day: out by that day, and all that are out or overdue. */
  readonly onTime: number
  readonly dated: number
  /** Change requests to them, and those they refused as more than the brief asks. */
  readonly changesAsked: number
  readonly changesRefused: number
  /** Invitations and posts answered, and those declined. */
  readonly answered: number
  readonly declined: number
}

/** What fit and page are told by. */
export interface RelationshipFacts {
  readonly counts: WorkCounts
  readonly experiences: readonly Pick<Experience, 'side' | 'kind' | 'severity' | 'answer'>[]
}

/** The numbers of a relationship, in the order in which they are shown. */
export const RELATION_NUMBERS = ['agreed', 'delivered', 'onTime', 'refused', 'declined', 'praised', 'incidents'] as const

/** One number of the relationship: k of n, with where it comes from; k null: nothing is held, which is not nought. */
export const relationNumberSchema = z.object({
  code: z.enum(RELATION_NUMBERS),
  k: z.number().int().nullable(),
  n: z.number().int(),
  source: localizedSchema,
})

/** The whole relationship as the creator's page shows it. */
export const relationshipSchema = z.object({
  numbers: z.array(relationNumberSchema),
  experiences: z.array(experienceSchema),
  preferences: preferencesSchema,
})

export type RelationNumber = z.infer<typeof relationNumberSchema>
export type Relationship = z.infer<typeof relationshipSchema>

const SOURCES: Readonly<Record<RelationNumber['code'], Localized>> = {
  agreed: say('posts under contract, of posts planned with them', '已签约内容 / 计划合作内容'),
  delivered: say('published, of posts under contract that are out or overdue', '已发布 / 已发布或已逾期的签约内容'),
  onTime: say('out by the planned day, of posts with such a day that are out or overdue', '按计划日发布 / 有计划日且已发布或逾期的内容'),
  refused: say('refused as more than the brief asks, of change requests to them', '以超出 brief 为由拒绝 / 收到的修改要求'),
  declined: say('declined, of invitations and posts they answered', '婉拒 / 已答复的邀约与内容'),
  praised: say('praise, of experiences recorded about them', '表扬 / 关于达人的合作评价'),
  incidents: say('incidents, of experiences recorded about them', '问题 / 关于达人的合作评价'),
}

/** The relationship in numbers, each k of n with its source. */
export function countRelationship({ counts, experiences }: RelationshipFacts): RelationNumber[] {
  const about = experiences.filter(({ side }) => side === 'creator')
  const praised = about.filter(isPraise).length
  const pairs: Readonly<Record<RelationNumber['code'], readonly [number, number]>> = {
    agreed: [counts.contracted, counts.planned],
    delivered: [counts.delivered, counts.due],
    onTime: [counts.onTime, counts.dated],
    refused: [counts.changesRefused, counts.changesAsked],
    declined: [counts.declined, counts.answered],
    praised: [praised, about.length],
    incidents: [about.length - praised, about.length],
  }
  return RELATION_NUMBERS.map((code) => {
    const [k, n] = pairs[code]
    return { code, k: n === 0 ? null : k, n, source: SOURCES[code] }
  })
}

/** What speaks for and against working together again; both sides' incidents are recorded, only the creator's own weigh here. */
export interface RelationWeights {
  readonly good: number
  readonly bad: number
  /** Kept and missed days, praise, and incidents that weigh. */
  readonly n: number
  readonly oneSided: number
}

/** Kept days and praise against missed days and incidents, each by severity and by whether both sides spoke. */
export function weighRelationship({ counts, experiences }: RelationshipFacts): RelationWeights {
  const about = experiences.filter(({ side }) => side === 'creator')
  const praise = about.filter(isPraise)
  const incidents = about.filter((one) => !isPraise(one))
  const weights = incidents.map((one) => SEVERITY_WEIGHTS[one.severity ?? 'minor'] * STANDING_WEIGHTS[standingOf(one)])
  const counted = weights.filter((weight) => weight > 0)
  return {
    good: counts.onTime + praise.length,
    bad: counts.dated - counts.onTime + counted.reduce((sum, weight) => sum + weight, 0),
    n: counts.dated + praise.length + counted.length,
    oneSided: weights.length - counted.length,
  }
}
