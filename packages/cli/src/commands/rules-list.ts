import { describeRule, doesReachPlatform, isInForce, listSources, ruleById, timeline, type RuleEntry } from '@kolibra/core/compliance'
import type { Language } from '@kolibra/core/shared'
import { printJson } from '../answer-format.ts'
import { UsageError, type ExitCode } from '../command.ts'
import { widthOf } from './cell-width.ts'
import { openRulebook } from './find-rulebook.ts'
import { OUTCOME_WORDS } from './lint-summary.ts'
import type { RulesRequest } from './rules-request.ts'
import { USAGE } from './usage-words.ts'

const WORDS = {
  en: {
    unknown: 'not recorded',
    valid: 'valid',
    invalid: 'invalid',
    todo: 'known miss',
    never: 'never read',
    fact: 'fact',
    uncertain: ' (day not certain)',
  },
  zh: {
    unknown: '未记录',
    valid: '合规示例',
    invalid: '违规示例',
    todo: '已知漏判',
    never: '从未核读',
    fact: '事实',
    uncertain: '（日期待核实）',
  },
} as const

const padCells = (text: string, cells: number) => text + ' '.repeat(Math.max(0, cells - widthOf(text)))

/** One entry on one line: id, outcome, dates, title. */
export function printLine(entry: RuleEntry, language: Language): string {
  const dates = `${entry.validFrom ?? '????-??-??'} – ${entry.validTo ?? ''}`.trim()
  const outcome = entry.kind === 'rule' ? OUTCOME_WORDS[entry.outcome][language] : WORDS[language].fact
  return `${entry.id.padEnd(22)} ${padCells(outcome, language === 'zh' ? 10 : 6)} ${dates.padEnd(24)} ${entry.title[language]}\n`
}

function doesMention({ id, title, requirement, source, notes }: RuleEntry, words: string): boolean {
  const text = [id, title.en, title.zh, requirement.en, requirement.zh, source.title, source.article, notes].join('\n').toLowerCase()
  return text.includes(words.toLowerCase())
}

/** `rules list`: entries in force on a day. */
export async function listRules({ platform, search, at, rules, data, isJson, language, io }: RulesRequest): Promise<ExitCode> {
  const rulebook = await openRulebook(io, { rules, data })
  const isWanted = (entry: RuleEntry) => doesReachPlatform(entry, platform) && (search === undefined || doesMention(entry, search))
  const entries = rulebook.entries.filter((entry) => isInForce(entry, at) && isWanted(entry))
  if (isJson) printJson(io, { rulebook: rulebook.version, at, entries })
  else for (const entry of entries) io.out(printLine(entry, language))
  const foot = {
    en: `${entries.length} entries in force on ${at}, rulebook of ${rulebook.version}\n`,
    zh: `${at} 有效条目 ${entries.length} 条，规则库 ${rulebook.version}\n`,
  }
  if (!isJson) io.out(foot[language])
  return 0
}

/** `rules show ID`: one entry with all that is recorded. */
export async function showRule({ rest, rules, data, isJson, language, io }: RulesRequest): Promise<ExitCode> {
  const [id] = rest
  if (id === undefined) throw new UsageError(USAGE.ruleId)
  const entry = ruleById(await openRulebook(io, { rules, data }), id)
  if (!entry) throw new UsageError(USAGE.noRule(id))
  if (isJson) {
    printJson(io, entry)
    return 0
  }
  io.out(`${entry.id}  ${entry.title[language]}\n`)
  for (const [label, value] of describeRule(entry, language)) io.out(`  ${label}: ${value}\n`)
  for (const kind of ['valid', 'invalid', 'todo'] as const)
    for (const { text, facts, why } of entry.examples[kind])
      io.out(`  ${WORDS[language][kind]}: ${text} ${Object.keys(facts).length > 0 ? JSON.stringify(facts) : ''}${why ? ` (${why})` : ''}\n`)
  return 0
}

/** `rules timeline`: every dated change between two days, past and coming. */
export async function printTimeline({ platform, from, to, rules, data, isJson, language, io }: RulesRequest): Promise<ExitCode> {
  const rulebook = await openRulebook(io, { rules, data })
  const changes = timeline(rulebook, { from, to, platform })
  const ids = (entries: readonly RuleEntry[]) => entries.map(({ id }) => id)
  if (isJson) {
    printJson(io, {
      rulebook: rulebook.version,
      changes: changes.map(({ started, ended, ...change }) => ({ ...change, started: ids(started), ended: ids(ended) })),
    })
    return 0
  }
  for (const { date, isDayKnown, source, started, ended } of changes) {
    io.out(`${date}${isDayKnown ? '' : WORDS[language].uncertain} ${source}\n`)
    for (const entry of started) io.out(`  + ${entry.id}  ${entry.title[language]}\n`)
    for (const entry of ended) io.out(`  - ${entry.id}  ${entry.title[language]}\n`)
  }
  io.out(language === 'zh' ? `变更 ${changes.length} 次\n` : `${changes.length} changes\n`)
  return 0
}

/** `rules due`: the sources whose time to be looked at again has come. */
export async function printDue({ at, platform, rules, data, isJson, language, io }: RulesRequest): Promise<ExitCode> {
  const rulebook = await openRulebook(io, { rules, data })
  const entries = rulebook.entries.filter((entry) => doesReachPlatform(entry, platform))
  const due = listSources(entries, { today: at }).filter(({ isDue }) => isDue)
  if (isJson) printJson(io, { rulebook: rulebook.version, at, sources: due })
  else
    for (const { source, dueOn, lastCheckedOn } of due)
      io.out(`${dueOn ?? WORDS[language].never.padEnd(10)}  ${source}  ${lastCheckedOn ?? ''}\n`)
  const foot = { en: `${due.length} sources are due on ${at}\n`, zh: `${at} 应核对来源 ${due.length} 个\n` }
  if (!isJson) io.out(foot[language])
  return 0
}
