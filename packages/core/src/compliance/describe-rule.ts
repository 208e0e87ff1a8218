import type { Language } from '../shared/index.ts'
import type { RuleEntry } from './rule-entry.ts'

const LABELS = {
  en: {
    outcome: 'outcome',
    requirement: 'requirement',
    applies: 'applies to',
    force: 'in force',
    source: 'source',
    checked: 'last checked',
    penalty: 'penalty',
    exempts: 'exempts',
    fix: 'fix',
    notes: 'notes',
    unknown: 'not recorded',
    open: 'open',
    all: 'all',
  },
  zh: {
    outcome: '处理',
    requirement: '要求',
    applies: '适用',
    force: '有效期',
    source: '来源',
    checked: '最近核对',
    penalty: '罚则',
    exempts: '豁免',
    fix: '改法',
    notes: '备注',
    unknown: '未记录',
    open: '至今',
    all: '全部',
  },
} as const

/** An entry as label and value, in the order a reader asks; what is not recorded says so. */
export function describeRule(entry: RuleEntry, language: Language): readonly (readonly [string, string])[] {
  const words = LABELS[language]
  const { source, appliesTo } = entry
  const reach = [appliesTo.categories, appliesTo.platforms, appliesTo.formats].map((values) => values.join(', ').replace('*', words.all))
  const rows: (readonly [string, string])[] = [
    [words.outcome, entry.kind === 'rule' ? entry.outcome : '-'],
    [words.requirement, entry.requirement[language]],
    [words.applies, `${appliesTo.who.join(', ')}; ${reach.join('; ')}`],
    [words.force, `${entry.validFrom ?? words.unknown} – ${entry.validTo ?? words.open} (${entry.validFromConfidence})`],
    [words.source, [source.title, source.number, source.article, source.url].filter((part) => part !== null).join(' · ')],
    [words.checked, `${source.checkedOn ?? words.unknown} (${source.readKind})`],
    [words.penalty, entry.penalty ?? words.unknown],
    [words.fix, entry.fix[language]],
  ]
  if (entry.exempts.length > 0) rows.push([words.exempts, entry.exempts.join(', ')])
  if (entry.notes !== null) rows.push([words.notes, entry.notes])
  return rows
}
