import { say, type Localized } from '../../shared/index.ts'

/** Whose doing an experience was: the creator's, or the desk's own. */
export const EXPERIENCE_SIDES = ['creator', 'desk'] as const
/** How much an incident weighs on working together. */
export const SEVERITIES = ['minor', 'serious', 'grave'] as const
/** What the other side says of it. */
export const STANCES = ['agrees', 'disputes'] as const
/** One of EXPERIENCE_SIDES. */
export type ExperienceSide = (typeof EXPERIENCE_SIDES)[number]
/** One of SEVERITIES. */
export type Severity = (typeof SEVERITIES)[number]
/** One of STANCES. */
export type Stance = (typeof STANCES)[number]

/** One kind of experience: whose it can be, and whether it praises; an incident needs a severity, praise has none. */
export interface ExperienceRule {
  readonly sides: readonly ExperienceSide[]
  readonly isPraise: boolean
  readonly name: Localized
}

const BOTH = EXPERIENCE_SIDES

/** What can be recorded, in the order in which it is offered. Both sides can have failed, and both can be praised. */
export const EXPERIENCE_RULES = {
  praise: { sides: BOTH, isPraise: true, name: say('praise', '表扬') },
  late: { sides: BOTH, isPraise: false, name: say('too late', '逾期') },
  not_delivered: { sides: BOTH, isPraise: false, name: say('not delivered', '未交付') },
  off_brief: { sides: ['creator'], isPraise: false, name: say('agreed points left out', '未按约定执行') },
  label_missing: { sides: ['creator'], isPraise: false, name: say('label or filing missing', '未标注或未报备') },
  asked_beyond: { sides: ['desk'], isPraise: false, name: say('asked for more than the brief', '要求超出 brief') },
  paid_late: { sides: ['desk'], isPraise: false, name: say('paid late', '付款延迟') },
  unreachable: { sides: BOTH, isPraise: false, name: say('did not answer', '失联或不回复') },
  conduct: { sides: BOTH, isPraise: false, name: say('conduct', '沟通态度') },
} as const satisfies Record<string, ExperienceRule>
/** One of the kinds that EXPERIENCE_RULES names. */
export type ExperienceKind = keyof typeof EXPERIENCE_RULES

/** Whether this names a row of EXPERIENCE_RULES. */
export function isExperienceKind(kind: string): kind is ExperienceKind {
  return Object.hasOwn(EXPERIENCE_RULES, kind)
}

/** The kinds in the order in which they are offered. */
export const EXPERIENCE_KINDS: readonly ExperienceKind[] = Object.keys(EXPERIENCE_RULES).filter(isExperienceKind)

/** Whether an experience of this kind praises. */
export function isPraise({ kind }: { readonly kind: ExperienceKind }): boolean {
  return EXPERIENCE_RULES[kind].isPraise
}

/** How many kept days one incident outweighs. Our assumption. */
export const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = { minor: 1, serious: 2, grave: 4 }

/** Whether both sides spoke: what only one side says is told and weighs nothing; what is disputed weighs half. Our assumption. */
export const STANDING_WEIGHTS = { agreed: 1, disputed: 0.5, one_sided: 0 } as const
export type ExperienceStanding = keyof typeof STANDING_WEIGHTS
