import { asPlatform } from '../../ui/choices.ts'

/** The parts of the rules page. */
export const RULES_TABS = ['list', 'timeline', 'due', 'own', 'impacts'] as const
export type RulesTab = (typeof RULES_TABS)[number]

/** The kinds the list of rules may be narrowed to. */
export const RULE_KINDS = ['rule', 'fact', 'own', 'suspended'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** A part of the page by its name; the list for anything else. */
export function asRulesTab(value: unknown): RulesTab {
  return RULES_TABS.find((tab) => tab === value) ?? 'list'
}

/** What the address of the rules page holds. */
export interface RulesView {
  readonly tab?: RulesTab
  readonly kind?: RuleKind
  readonly q?: string
  readonly platform?: string
  readonly at?: string
  readonly rule?: string
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Reads the address; what does not fit is dropped, so an old link still opens. */
export function readRulesView(search: Record<string, unknown>): RulesView {
  const platform = isText(search['platform']) ? asPlatform(search['platform']) : null
  const tab = asRulesTab(search['tab'])
  const kind = RULE_KINDS.find((each) => each === search['kind'])
  return {
    ...(tab === 'list' ? {} : { tab }),
    ...(kind ? { kind } : {}),
    ...(isText(search['q']) ? { q: search['q'] } : {}),
    ...(platform ? { platform } : {}),
    ...(isDay(search['at']) ? { at: search['at'] } : {}),
    ...(isText(search['rule']) ? { rule: search['rule'] } : {}),
  }
}
