import type { Finding } from '../../campaigns/index.ts'
import type { Category } from '../../shared/index.ts'

/** How grave a kind of conflict is, whether somebody may waive it, and where that comes from. [A] marks our own assumption: edit the row. */
export interface ConflictKind {
  readonly code: string
  readonly severity: Finding['severity']
  readonly waivable: boolean
  readonly source: string
}

/** Everything that may stand between a creator and a campaign, in the order in which it is told. */
export const CONFLICTS = {
  exclusivity: { code: 'choice.exclusivity', severity: 'block', waivable: false, source: 'the contract with the other brand' },
  celebrity: {
    code: 'choice.celebrity_bound',
    severity: 'block',
    waivable: true,
    source: 'celebrities are loyal to one brand',
  },
  competitor: {
    code: 'choice.competitor',
    severity: 'block',
    waivable: true,
    source: '[A] a competitor’s post is remembered for a season',
  },
  competitorTold: {
    code: 'choice.competitor_told',
    severity: 'warn',
    waivable: true,
    source: '[A] a source names the brand without a day',
  },
  unknown: { code: 'choice.conflict_unknown', severity: 'info', waivable: true, source: 'unknown is not free' },
  unknownCelebrity: { code: 'choice.conflict_unknown', severity: 'warn', waivable: true, source: 'celebrities are loyal to one brand' },
  qualification: {
    code: 'choice.qualification_unknown',
    severity: 'warn',
    waivable: true,
    source: '网络主播行为规范, 2022-06-22: medicine, finance, law, education',
  },
  qualificationEnds: {
    code: 'choice.qualification_ends',
    severity: 'block',
    waivable: true,
    source: '网络主播行为规范, 2022-06-22: the qualification must hold on the day',
  },
  age: { code: 'choice.age_unknown', severity: 'warn', waivable: true, source: '[A] in these categories age decides' },
  child: { code: 'choice.child', severity: 'block', waivable: false, source: '中华人民共和国广告法 第三十八条: nobody under ten endorses' },
  minor: { code: 'choice.minor', severity: 'block', waivable: true, source: '[A] these goods are not sold to minors' },
  away: { code: 'choice.away', severity: 'block', waivable: true, source: 'the calendar people keep of the creator' },
  partlyAway: { code: 'choice.partly_away', severity: 'warn', waivable: true, source: 'the calendar people keep of the creator' },
} as const satisfies Record<string, ConflictKind>

/** Work for a competitor is remembered so many days before the start [A]. */
export const COMPETITOR_DAYS = 90

/** The largest share of a budget that creators of one MCN take [A]: one house that falls out must not take the campaign with it. */
export const MOST_OF_ONE_MCN = 0.4

/** Nobody younger endorses anything (中华人民共和国广告法 第三十八条). */
export const YOUNGEST_ENDORSER = 10
/** From this age on one is no minor (民法典 第十七条). */
export const OF_AGE = 18

/** Fields in which a creator needs the matching qualification (网络主播行为规范, 2022-06-22: medicine, finance, law, education). */
export const QUALIFIED_CATEGORIES: readonly Category[] = [
  'medical_service',
  'medical_aesthetic',
  'medical_device',
  'drug',
  'finance',
  'legal',
  'education',
]

/** Fields in which a young creator or audience changes the rules, so that an unknown age is worth a warning [A]. */
export const AGE_SENSITIVE_CATEGORIES: readonly Category[] = [
  ...QUALIFIED_CATEGORIES,
  'alcohol',
  'tobacco',
  'health_food',
  'infant_formula',
  'game',
]

/** Goods that no minor stands for [A]. */
export const ADULT_CATEGORIES: readonly Category[] = ['alcohol', 'tobacco', 'betel_nut', 'medical_aesthetic', 'finance']
