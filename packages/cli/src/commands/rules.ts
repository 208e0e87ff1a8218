import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkExamples, compileRulebook, describeRule, diffRulebook, isInForce, ruleById, type RuleEntry } from '@kolibra/core/compliance'
import { daySchema, PLATFORMS, shanghaiDay, type Language } from '@kolibra/core/shared'
import { loadRulebook } from '@kolibra/files/rulebook'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { readLanguage } from '../read-language.ts'
import { describeFault, findRulebookFolder, openRulebook } from './find-rulebook.ts'

const HELP = `kolibra rules list|show ID|diff|check: read the rulebook

  list [--platform P] [--at DATE]   entries in force on that day (default: today)
  show ID                           one entry with source, dates, penalty, examples
  diff --from DATE --to DATE        what starts and what ends between two days
  check [FOLDER]                    validates every entry and runs its own examples
  --format pretty|json, --lang en|zh

  npx kolibra rules diff --from 2026-01-01 --to 2026-11-22
`

const OPTIONS = {
  platform: { type: 'string' },
  at: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string', default: 'pretty' },
  lang: { type: 'string', default: 'en' },
} as const

interface Request {
  readonly rest: readonly string[]
  readonly platform: string | undefined
  readonly at: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly isJson: boolean
  readonly language: Language
  readonly io: Io
}

function readDay(flag: string, value: string | undefined): string | undefined {
  if (value !== undefined && !daySchema.safeParse(value).success) throw new UsageError(`--${flag} "${value}" is not a day like 2026-11-22.`)
  return value
}

function readPlatform(value: string | undefined): string | undefined {
  if (value !== undefined && !PLATFORMS.some((platform) => platform === value))
    throw new UsageError(`--platform "${value}" is none of: ${PLATFORMS.join(', ')}.`)
  return value
}

function printLine(entry: RuleEntry, language: Language): string {
  const dates = `${entry.validFrom ?? '????-??-??'} – ${entry.validTo ?? ''}`.trim()
  return `${entry.id.padEnd(22)} ${(entry.kind === 'rule' ? entry.outcome : 'fact').padEnd(6)} ${dates.padEnd(24)} ${entry.title[language]}\n`
}

async function list({ platform, at, isJson, language, io }: Request): Promise<ExitCode> {
  const rulebook = await openRulebook()
  const reaches = (entry: RuleEntry) =>
    platform === undefined || entry.appliesTo.platforms.some((each) => each === '*' || each === platform)
  const entries = rulebook.entries.filter((entry) => isInForce(entry, at) && reaches(entry))
  if (isJson) printJson(io, { rulebook: rulebook.version, at, entries })
  else for (const entry of entries) io.out(printLine(entry, language))
  if (!isJson) io.out(`${entries.length} entries in force on ${at}, rulebook of ${rulebook.version}\n`)
  return 0
}

async function show({ rest, isJson, language, io }: Request): Promise<ExitCode> {
  const [id] = rest
  if (id === undefined) throw new UsageError('name the entry to show, for example ad-law.art09-3.')
  const entry = ruleById(await openRulebook(), id)
  if (!entry) throw new UsageError(`the rulebook has no entry "${id}"; "kolibra rules list" names them.`)
  if (isJson) printJson(io, entry)
  else {
    io.out(`${entry.id}  ${entry.title[language]}\n`)
    for (const [label, value] of describeRule(entry, language)) io.out(`  ${label}: ${value}\n`)
    for (const kind of ['valid', 'invalid'] as const)
      for (const { text, facts, why } of entry.examples[kind])
        io.out(`  ${kind}: ${text} ${Object.keys(facts).length > 0 ? JSON.stringify(facts) : ''}${why ? ` (${why})` : ''}\n`)
  }
  return 0
}

async function diff({ from, to, isJson, language, io }: Request): Promise<ExitCode> {
  if (from === undefined || to === undefined) throw new UsageError('give --from and --to, two days like 2026-01-01.')
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}; give the earlier day first.`)
  const { started, ended } = diffRulebook(await openRulebook(), from, to)
  if (isJson) printJson(io, { from, to, started, ended })
  else {
    for (const entry of started) io.out(`+ ${printLine(entry, language)}`)
    for (const entry of ended) io.out(`- ${printLine(entry, language)}`)
    io.out(`${started.length} started, ${ended.length} ended between ${from} and ${to}\n`)
  }
  return 0
}

async function check({ rest, at, io, isJson }: Request): Promise<ExitCode> {
  const folder = rest[0] === undefined ? findRulebookFolder() : resolve(io.cwd, rest[0])
  const loaded = await loadRulebook(folder)
  if (!loaded.ok) return reportFaults(loaded.refusals.map(describeFault), { io, isJson })
  const compiled = compileRulebook(loaded.value, { version: at })
  if (!compiled.ok) {
    return reportFaults(
      compiled.refusals.map(
        ({ code, entry, name }) => `${code}: entry ${String(entry)}${name === undefined ? '' : ` names ${String(name)}`}.`,
      ),
      { io, isJson },
    )
  }
  const faults = checkExamples(compiled.value, at).map(
    ({ entry, kind, example }) =>
      `entry ${entry}: its ${kind} example is ${kind === 'todo' ? 'no longer a miss; move it to valid or invalid' : 'judged wrongly'}: ${example.text} ${JSON.stringify(example.facts)}`,
  )
  if (faults.length > 0) return reportFaults(faults, { io, isJson })
  if (isJson) printJson(io, { entries: compiled.value.entries.length, faults: [] })
  else io.out(`${compiled.value.entries.length} entries and ${compiled.value.words.length} word lists are valid; their examples hold\n`)
  return 0
}

function reportFaults(faults: readonly string[], { io, isJson }: { io: Io; isJson: boolean }): ExitCode {
  if (isJson) printJson(io, { faults })
  else for (const fault of faults) io.out(`${fault}\n`)
  return 1
}

// A map and no object: "constructor" is no verb.
const VERBS: ReadonlyMap<string, { readonly takes: number; readonly act: (request: Request) => Promise<ExitCode> }> = new Map([
  ['list', { takes: 0, act: list }],
  ['show', { takes: 1, act: show }],
  ['diff', { takes: 0, act: diff }],
  ['check', { takes: 1, act: check }],
])

async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [verb, ...rest] = positionals
  const known = VERBS.get(verb ?? '')
  if (known === undefined) throw new UsageError(`say what to do: ${[...VERBS.keys()].join(', ')}.`)
  if (rest.length > known.takes) throw new UsageError(`rules ${verb} does not know what to do with "${rest[known.takes]}".`)
  const format = readFormat(values.format)
  return known.act({
    rest,
    platform: readPlatform(values.platform),
    at: readDay('at', values.at) ?? shanghaiDay(io.now()),
    from: readDay('from', values.from),
    to: readDay('to', values.to),
    isJson: format === 'json',
    language: readLanguage(values.lang),
    io,
  })
}

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'list, show, compare and check the entries of the rulebook',
  help: HELP,
  run,
}
