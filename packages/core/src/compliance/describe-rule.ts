import { CATEGORY_NAMES_ZH, FORMAT_NAMES_ZH, nameZh, PLATFORM_NAMES_ZH, type Language } from '../shared/index.ts'
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
    exemptions: 'lets pass',
    supersedes: 'takes the place of',
    announced: 'announced',
    jurisdiction: 'holds in',
    misses: 'known misses',
    fix: 'fix',
    notes: 'notes',
    unknown: 'not recorded',
    open: 'open',
    all: 'all',
    comma: ', ',
    semicolon: '; ',
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
    exemptions: '不受限情形',
    supersedes: '取代',
    announced: '公布日期',
    jurisdiction: '适用地区',
    misses: '已知漏判',
    fix: '改法',
    notes: '备注',
    unknown: '未记录',
    open: '至今',
    all: '全部',
    comma: '、',
    semicolon: '；',
  },
} as const

const NAMES_ZH = { ...CATEGORY_NAMES_ZH, ...PLATFORM_NAMES_ZH, ...FORMAT_NAMES_ZH }

/** An entry as label and value, in the order a reader asks; what is not recorded says so. */
export function describeRule(entry: RuleEntry, language: Language): readonly (readonly [string, string])[] {
  const words = LABELS[language]
  const { source, appliesTo } = entry
  const bracket = (text: string) => (language === 'zh' ? `（${text}）` : ` (${text})`)
  const tell = (value: string) => (value === '*' ? words.all : language === 'zh' ? nameZh(NAMES_ZH, value) : value)
  const reach = [appliesTo.who, appliesTo.categories, appliesTo.platforms, appliesTo.formats]
  const rows: (readonly [string, string])[] = [
    [words.outcome, entry.kind === 'rule' ? entry.outcome : '-'],
    [words.requirement, entry.requirement[language]],
    [words.applies, reach.map((values) => values.map(tell).join(words.comma)).join(words.semicolon)],
    [words.force, `${entry.validFrom ?? words.unknown} – ${entry.validTo ?? words.open}${bracket(entry.validFromConfidence)}`],
    [words.source, [source.title, source.number, source.article, source.url].filter((part) => part !== null).join(' · ')],
    [words.checked, `${source.checkedOn ?? words.unknown}${bracket(source.readKind)}`],
    [words.penalty, (language === 'zh' ? entry.penaltyZh : null) ?? entry.penalty ?? words.unknown],
    [words.fix, entry.fix[language]],
  ]
  if (entry.jurisdiction !== 'CN') rows.push([words.jurisdiction, entry.jurisdiction])
  if (entry.announcedOn !== null) rows.push([words.announced, entry.announcedOn])
  if (entry.supersedes.length > 0) rows.push([words.supersedes, entry.supersedes.join(words.comma)])
  if (entry.exemptions.length > 0) rows.push([words.exemptions, entry.exemptions.map((one) => one[language]).join(words.semicolon)])
  if (entry.exempts.length > 0) rows.push([words.exempts, entry.exempts.join(words.comma)])
  const misses = entry.examples.todo.map(({ text }) => text)
  if (misses.length > 0) rows.push([words.misses, misses.join(words.semicolon)])
  const notes = (language === 'zh' ? entry.notesZh : null) ?? entry.notes
  if (notes !== null) rows.push([words.notes, notes])
  return rows
}
