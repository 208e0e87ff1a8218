import { parseArgs } from 'node:util'
import { PLATFORMS, shanghaiDay } from '@kolibra/core/shared'
import { readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { readDay as readDayOf } from '../read-day.ts'
import { readLanguage } from '../read-language.ts'
import { setPackAside, usePackAgain } from './rules-aside.ts'
import { checkRules } from './rules-check.ts'
import { diffRules } from './rules-diff.ts'
import { listRules, printDue, printTimeline, showRule } from './rules-list.ts'
import { packRules, updateRules } from './rules-pack.ts'
import type { RulesRequest } from './rules-request.ts'
import { USAGE } from './usage-words.ts'

const HELP = `kolibra rules VERB: read, check and renew the rulebook

  list [--platform P] [--at DATE] [--search WORDS]
                                    entries in force on that day (default: today)
  show ID                           one entry with source, dates, penalty, examples
  timeline [--from DATE] [--to DATE] [--platform P]
                                    every dated change, past and coming
  diff --from DATE --to DATE        what starts and what ends between two days
  diff OLD NEW                      between two rulebooks: "shipped", an installed version, a pack, a folder
  due [--at DATE]                   sources to be looked at again: pages of platforms after 14 days, laws after 90
  check [PLACE]                     own rules (a file or a folder) beside the rulebook, and their own examples;
                                    without PLACE the shipped rulebook, with --alone a folder by itself
  update PACK [--keys FILE]         install a newer rulebook that a trusted key signed; earlier ones are kept
  set-aside VERSION --reason TEXT --by NAME
                                    the way back: an installed pack judges no more, the newest of the others does
  use-again VERSION                 uses a pack again that was set aside
  pack FOLDER --version V --publisher NAME --key FILE
                                    sign a folder of rulebook files with an Ed25519 key, to standard output
  --rules PLACE                     join own rules: a file, or a folder of them
  --data DIR                        where packs are installed (default: ./data)
  --format pretty|json, --lang en|zh

  npx kolibra rules diff --from 2026-01-01 --to 2026-11-22
`

const TEXT = { type: 'string' } as const
const OPTIONS = {
  platform: TEXT,
  search: TEXT,
  at: TEXT,
  from: TEXT,
  to: TEXT,
  rules: TEXT,
  data: TEXT,
  keys: TEXT,
  key: TEXT,
  version: TEXT,
  publisher: TEXT,
  reason: TEXT,
  by: TEXT,
  alone: { type: 'boolean', default: false },
  format: { type: 'string', default: 'pretty' },
  lang: { type: 'string', default: 'en' },
} as const

function readDay(flag: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : readDayOf(value, `--${flag}`)
}

function readPlatform(value: string | undefined): string | undefined {
  if (value !== undefined && !PLATFORMS.some((platform) => platform === value))
    throw new UsageError(USAGE.noneOf('--platform', value, PLATFORMS))
  return value
}

// A map and no object: "constructor" is no verb.
const VERBS: ReadonlyMap<string, { readonly takes: number; readonly act: (request: RulesRequest) => Promise<ExitCode> }> = new Map([
  ['list', { takes: 0, act: listRules }],
  ['show', { takes: 1, act: showRule }],
  ['timeline', { takes: 0, act: printTimeline }],
  ['diff', { takes: 2, act: diffRules }],
  ['due', { takes: 0, act: printDue }],
  ['check', { takes: 1, act: checkRules }],
  ['update', { takes: 1, act: updateRules }],
  ['set-aside', { takes: 1, act: setPackAside }],
  ['use-again', { takes: 1, act: usePackAgain }],
  ['pack', { takes: 1, act: packRules }],
])

async function run(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [verb, ...rest] = positionals
  const known = VERBS.get(verb ?? '')
  if (known === undefined) throw new UsageError(USAGE.ruleVerb([...VERBS.keys()]))
  const stray = rest[known.takes]
  if (stray !== undefined) throw new UsageError(USAGE.ruleStray(verb ?? '', stray))
  const { search, rules, data, keys, key, publisher, reason, by, alone } = values
  return known.act({
    rest,
    platform: readPlatform(values.platform),
    at: readDay('at', values.at) ?? shanghaiDay(io.now()),
    from: readDay('from', values.from),
    to: readDay('to', values.to),
    packVersion: values.version,
    isJson: readFormat(values.format) === 'json',
    language: readLanguage(values.lang),
    search,
    rules,
    data,
    keys,
    key,
    publisher,
    reason,
    by,
    alone,
    io,
  })
}

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'list, show, compare, check and renew the entries of the rulebook',
  help: HELP,
  run,
}
