import { KPI_TEMPLATES, suggestGoal, type Campaign, type Goal, type GuardRail, type Kpi } from '@kolibra/core/campaigns'
import type { Category, Language, Platform } from '@kolibra/core/shared'
import { parseYuan } from '../ui/format-number.ts'

/** One KPI as typed; '' is not known. */
export interface KpiForm {
  readonly name: Kpi['name']
  readonly unit: string
  readonly definition: string
  readonly baseline: string
  readonly target: string
  readonly deadline: string
  readonly deliveredBy: string
  readonly deliveredWhen: Kpi['deliveredWhen']
}

export interface GoalForm {
  readonly primary: Goal['primary']
  readonly reason: string
  readonly kpis: readonly KpiForm[]
  readonly guardRails: readonly GuardRail[]
}

/** A campaign as typed, before it is one. */
export interface CampaignForm {
  readonly name: string
  readonly brand: string
  readonly stage: Campaign['stage']
  readonly category: Category
  readonly productName: string
  readonly cosmeticClass: '' | 'ordinary' | 'special' | 'children'
  readonly registrationNo: string
  readonly platforms: readonly Platform[]
  readonly budgetYuan: string
  readonly starts: string
  readonly ends: string
  readonly localAgency: string
  readonly competitors: string
  readonly goal: GoalForm
}

interface Frame {
  readonly language: Language
  readonly deadline: string
}

/** An empty KPI of one kind with its unit, definition and who delivers it, from the template of the field. */
export function blankKpi(name: Kpi['name'], { language, deadline }: Frame): KpiForm {
  const template = KPI_TEMPLATES.find((entry) => entry.name === name)
  return {
    name,
    unit: template?.unit ?? name,
    definition: template?.definition[language] ?? '',
    baseline: '',
    target: '',
    deadline,
    deliveredBy: template?.deliveredBy[language] ?? '',
    deliveredWhen: template?.deliveredWhen ?? 'T+21',
  }
}

/** Where the stage leads: the primary goal with its KPIs, targets still open. */
export function goalFor(stage: Campaign['stage'], frame: Frame): GoalForm {
  const { primary, kpis } = suggestGoal(stage)
  return { primary, reason: '', kpis: kpis.map(({ name }) => blankKpi(name, frame)), guardRails: [] }
}

export function blankCampaign({ language, starts, ends }: { language: Language; starts: string; ends: string }): CampaignForm {
  return {
    name: '',
    brand: '',
    stage: 'new',
    category: 'cosmetics',
    productName: '',
    cosmeticClass: 'ordinary',
    registrationNo: '',
    platforms: ['xiaohongshu'],
    budgetYuan: '',
    starts,
    ends,
    localAgency: '',
    competitors: '',
    goal: goalFor('new', { language, deadline: ends }),
  }
}

/** A number as typed, with separators; null when it is none. */
export function readNumber(text: string): number | null {
  const cleaned = text.replace(/[,，\s]/g, '')
  return /^\d+(\.\d+)?$/.test(cleaned) ? Number(cleaned) : null
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** The goal, or null while a KPI has no target, or an odd one. */
export function goalOf(form: GoalForm, stage: Campaign['stage']): Goal | null {
  const kpis = form.kpis.flatMap((kpi) => {
    const target = readNumber(kpi.target)
    const isBaselineWrong = kpi.baseline.trim() !== '' && readNumber(kpi.baseline) === null
    return target === null || target <= 0 || isBaselineWrong ? [] : [{ ...kpi, target, baseline: readNumber(kpi.baseline) }]
  })
  if (kpis.length === 0 || kpis.length < form.kpis.length) return null
  const isSuggested = form.primary === suggestGoal(stage).primary
  return { primary: form.primary, reasonForOtherGoal: isSuggested ? null : orNull(form.reason), kpis, guardRails: [...form.guardRails] }
}

/** The goal as a form again, to be changed. */
export function formOfGoal(goal: Goal): GoalForm {
  return {
    primary: goal.primary,
    reason: goal.reasonForOtherGoal ?? '',
    guardRails: goal.guardRails ?? [],
    kpis: goal.kpis.map((kpi) => ({ ...kpi, target: String(kpi.target), baseline: kpi.baseline === null ? '' : String(kpi.baseline) })),
  }
}

/** The campaign to send, or null while the budget is no sum. The goal may be open: the gate then says so. */
export function campaignOf(form: CampaignForm): Campaign | null {
  const budgetFen = parseYuan(form.budgetYuan)
  if (budgetFen === null || budgetFen === 0 || form.platforms.length === 0) return null
  return {
    name: form.name.trim(),
    brand: form.brand.trim(),
    stage: form.stage,
    category: form.category,
    product: {
      name: form.productName.trim(),
      cosmeticClass: form.category.includes('cosmetics') && form.cosmeticClass !== '' ? form.cosmeticClass : null,
      registrationNo: orNull(form.registrationNo),
      ownBrandWords: [],
    },
    platforms: [...form.platforms],
    budgetFen,
    secondCurrency: null,
    starts: form.starts,
    ends: form.ends,
    audience: null,
    localAgency: orNull(form.localAgency),
    competitors: form.competitors
      .split(/[,，、\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
    goal: goalOf(form.goal, form.stage),
    mix: [],
    mustHave: [],
    never: [],
    seed: 1,
  }
}
