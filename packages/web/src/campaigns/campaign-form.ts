import {
  guardsOfSet,
  KPI_TEMPLATES,
  suggestGoal,
  type Campaign,
  type Goal,
  type GuardRail,
  type Kpi,
  type TemplateSet,
} from '@kolibra/core/campaigns'
import type { Category, Language, Platform } from '@kolibra/core/shared'
import { parseYuan } from '../ui/format-number.ts'
import { parseNumber } from '../ui/parse-number.ts'

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
  readonly baselineSource: string
  /** What a series said; a baseline typed over it drops it. */
  readonly measured: Kpi['baselineBasis']
  readonly formulas: Partial<Record<Platform, string>>
  /** Whose series counts it, separated by commas; '' is the brand's and the product's own. */
  readonly subjects: string
}

/** One guard-rail as typed. */
export interface GuardForm extends Omit<GuardRail, 'value'> {
  readonly value: string
}

export interface GoalForm {
  readonly primary: Goal['primary']
  readonly reason: string
  readonly kpis: readonly KpiForm[]
  readonly guardRails: readonly GuardForm[]
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
  /** The id of the campaign it goes on from; '' is none. */
  readonly predecessor: string
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
    baselineSource: '',
    measured: null,
    formulas: {},
    subjects: '',
  }
}

const typeRail = (rail: GuardRail): GuardForm => ({ ...rail, value: String(rail.value) })

/** Whether anything was typed into a KPI that a template did not bring. */
const isTyped = ({ target, baseline, subjects, formulas }: KpiForm) =>
  [target, baseline, subjects, ...Object.values(formulas)].some((text) => text.trim() !== '')

/** The KPIs of a set first, then every other into which something was typed: choosing takes nothing away that a person wrote. */
function mergeKpis(names: readonly Kpi['name'][], old: readonly KpiForm[], frame: Frame): KpiForm[] {
  const wanted = names.map((name) => old.find((kpi) => kpi.name === name) ?? blankKpi(name, frame))
  return [...wanted, ...old.filter((kpi) => isTyped(kpi) && !names.includes(kpi.name))]
}

/** Adds the KPIs and guard-rails of a template set; KPIs that were typed and guard-rails that stand stay as they are. */
export function applyTemplate(goal: GoalForm, set: TemplateSet, frame: Frame): GoalForm {
  const isNew = (rail: GuardRail) => !goal.guardRails.some(({ metric, bound }) => metric === rail.metric && bound === rail.bound)
  const added = guardsOfSet(set, frame.language).filter(isNew).map(typeRail)
  return { ...goal, primary: set.primary, kpis: mergeKpis(set.kpis, goal.kpis, frame), guardRails: [...goal.guardRails, ...added] }
}

/** The goal where another stage leads; what was typed for the stage before stays. */
export function leadGoal(goal: GoalForm, stage: Campaign['stage'], frame: Frame): GoalForm {
  const { primary, kpis } = suggestGoal(stage)
  const names = kpis.map(({ name }) => name)
  return { ...goal, primary, kpis: mergeKpis(names, goal.kpis, frame) }
}

/** Another last day of the campaign: a KPI that was due on the day before is due on the new one, a deadline of its own stays. */
export function moveEnds(form: CampaignForm, ends: string): CampaignForm {
  const kpis = form.goal.kpis.map((kpi) => (kpi.deadline === form.ends ? { ...kpi, deadline: ends } : kpi))
  return { ...form, ends, goal: { ...form.goal, kpis } }
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
    predecessor: '',
    goal: goalFor('new', { language, deadline: ends }),
  }
}

/** A number as typed, "1,000" or "3万", not below zero; null when it is none. */
export function readNumber(text: string): number | null {
  const number = parseNumber(text)
  return number === null || number < 0 ? null : number
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

function basisOf({ baseline, baselineSource, measured }: KpiForm): Kpi['baselineBasis'] {
  const source = baselineSource.trim()
  if (baseline.trim() === '') return null
  return measured ?? (source === '' ? null : { source })
}

const listOf = (text: string) =>
  text
    .split(/[,，、\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

function kpiOf(form: KpiForm): Kpi | null {
  const { baselineSource: _source, measured: _measured, formulas, subjects, ...kpi } = form
  const target = readNumber(kpi.target)
  const baseline = parseNumber(kpi.baseline) // a stock may fall
  const isBaselineWrong = kpi.baseline.trim() !== '' && baseline === null
  if (target === null || target <= 0 || isBaselineWrong) return null
  const own = Object.entries(formulas).filter(([, formula]) => formula.trim() !== '')
  return {
    ...kpi,
    target,
    baseline,
    baselineBasis: basisOf(form),
    formulas: own.length === 0 ? null : Object.fromEntries(own),
    subjects: listOf(subjects).length === 0 ? null : listOf(subjects),
  }
}

/** The goal, or null while a KPI has no target, or an odd one, or a guard-rail has no limit. */
export function goalOf(form: GoalForm, stage: Campaign['stage']): Goal | null {
  const kpis = form.kpis.flatMap((kpi) => kpiOf(kpi) ?? [])
  const guardRails = form.guardRails.flatMap((rail) => {
    const value = readNumber(rail.value)
    return value === null || rail.source.trim() === '' ? [] : [{ ...rail, value }]
  })
  if (kpis.length === 0 || kpis.length < form.kpis.length || guardRails.length < form.guardRails.length) return null
  const isSuggested = form.primary === suggestGoal(stage).primary
  return { primary: form.primary, reasonForOtherGoal: isSuggested ? null : orNull(form.reason), kpis, guardRails }
}

/** The goal as a form again, to be changed. */
export function formOfGoal(goal: Goal): GoalForm {
  return {
    primary: goal.primary,
    reason: goal.reasonForOtherGoal ?? '',
    guardRails: (goal.guardRails ?? []).map(typeRail),
    kpis: goal.kpis.map(({ baselineBasis, formulas, subjects, ...kpi }) => ({
      ...kpi,
      target: String(kpi.target),
      baseline: kpi.baseline === null ? '' : String(kpi.baseline),
      baselineSource: baselineBasis?.source ?? '',
      measured: baselineBasis?.n === undefined || baselineBasis.n === null ? null : baselineBasis,
      formulas: formulas ?? {},
      subjects: (subjects ?? []).join(', '),
    })),
  }
}

/** True while no target is typed: the goal stays open, and nothing that was typed is lost by it. */
export const isGoalOpen = ({ kpis }: GoalForm) => kpis.every(({ target }) => target.trim() === '')

/** The campaign to send, or null while the budget is no sum or a goal that was begun is none. The goal may be open: the gate then says so. */
export function campaignOf(form: CampaignForm): Campaign | null {
  const budgetFen = parseYuan(form.budgetYuan)
  if (budgetFen === null || budgetFen === 0 || form.platforms.length === 0) return null
  const goal = goalOf(form.goal, form.stage)
  if (goal === null && !isGoalOpen(form.goal)) return null
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
    competitors: listOf(form.competitors),
    predecessors: form.predecessor === '' ? null : [form.predecessor],
    goal,
    mix: [],
    mustHave: [],
    never: [],
    seed: 1,
  }
}
