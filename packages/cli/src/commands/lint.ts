import { parseArgs } from 'node:util'
import { lint, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import { CATEGORIES, PLATFORMS, shanghaiDay } from '@kolibra/core/shared'
import { printJson } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { readDay } from '../read-day.ts'
import { openRulebook } from './find-rulebook.ts'
import { readDrafts, type Defaults, type Draft } from './lint-input.ts'
import { printItem } from './lint-pretty.ts'
import { printSarif } from './lint-sarif.ts'
import { summarise } from './lint-summary.ts'
import { USAGE } from './usage-words.ts'

const FORMATS = ['pretty', 'json', 'sarif'] as const

const HELP = `kolibra lint [FILE…]: check drafts against the rulebook of their publish day

  FILE              .md, .txt or .docx is one draft; .jsonl is one draft with its facts per line; - reads standard input
  --platform P      ${PLATFORMS.join(', ')}
  --category C      what the goods are: ${CATEGORIES.slice(0, 6).join(', ')} …
  --at DATE         judge by the rules of this Shanghai day (default: the draft's publishAt, else today)
  --label TEXT      the ad label as published, e.g. 广告; "none" when there is none
  --commissioned    the brand pays, in money, goods or commission
  --purchase-path   the post leads to a purchase (cart, link, QR, code)
  --rules PLACE     join your own rules: a file or a folder (docs/custom-rules.md)
  --data DIR        where "kolibra rules update" installs rulebooks (default: ./data)
  --strict          exit 1 on warn and review too
  --format F        pretty, json or sarif
  --lang L          en or zh, for pretty and sarif

Exit code: 0 nothing above warn, 1 an error or a block (with --strict also warn and review), 2 unreadable input.

  npx kolibra lint examples/draft.md --platform xiaohongshu --category cosmetics
`

const OPTIONS = {
  platform: { type: 'string' },
  category: { type: 'string' },
  at: { type: 'string' },
  label: { type: 'string' },
  commissioned: { type: 'boolean' },
  'purchase-path': { type: 'boolean' },
  rules: { type: 'string' },
  data: { type: 'string' },
  strict: { type: 'boolean', default: false },
  format: { type: 'string', default: 'pretty' },
  lang: { type: 'string', default: 'en' },
} as const

/** The value when it is one of the allowed; otherwise one sentence that lists them. */
function pick<T extends string>(flag: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = allowed.find((each) => each === value)
  if (found === undefined) throw new UsageError(USAGE.noneOf(`--${flag}`, value, allowed))
  return found
}

function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  if (positionals.length === 0) throw new UsageError(USAGE.draftFile)
  if (values.at !== undefined) readDay(values.at, '--at')
  const platform = pick('platform', values.platform, PLATFORMS)
  const category = pick('category', values.category, CATEGORIES)
  const defaults: Defaults = {
    ...(platform && { platform }),
    ...(category && { category }),
    ...(values.label !== undefined && { label: values.label }),
    ...(values.commissioned && { commissioned: true }),
    ...(values['purchase-path'] && { purchasePath: true }),
  }
  return {
    files: positionals,
    defaults,
    at: values.at,
    places: { rules: values.rules, data: values.data },
    strict: values.strict,
    format: pick('format', values.format, FORMATS) ?? 'pretty',
    language: pick('lang', values.lang, ['en', 'zh']) ?? 'en',
  }
}

function printAll(
  items: readonly LintItem[],
  drafts: readonly Draft[],
  { io, options, rulebook }: { io: Io; options: ReturnType<typeof readOptions>; rulebook: Rulebook },
): void {
  const { version } = rulebook
  if (options.format === 'json') return printJson(io, { items, rulebook: version })
  if (options.format === 'sarif') return io.out(printSarif(items, drafts, { rulebook, language: options.language }))
  printPretty(items, drafts, { io, options, rulebook })
  io.out(
    options.language === 'zh'
      ? `规则库 ${version}；供工程参考，不构成法律意见\n`
      : `rulebook of ${version}; engineering, not legal advice\n`,
  )
}

function printPretty(
  items: readonly LintItem[],
  drafts: readonly Draft[],
  { io, options, rulebook }: { io: Io; options: ReturnType<typeof readOptions>; rulebook: Rulebook },
): void {
  const style = { language: options.language, colour: io.isTerminal, rulebook }
  let file = options.files.length > 1 ? '' : null
  for (const [index, item] of items.entries()) {
    const draft = drafts[index]
    if (!draft) continue
    if (file !== null && draft.file !== file) io.out(`── ${draft.file} ──\n\n`)
    if (file !== null) file = draft.file
    io.out(`${printItem(item, draft, style)}\n`)
  }
  const summary = summarise(items, options.language)
  if (summary !== null) io.out(`${summary}\n`)
}

function exitCodeOf(items: readonly LintItem[], strict: boolean): ExitCode {
  const failing = strict ? ['block', 'error', 'warn', 'review'] : ['block', 'error']
  return items.some((item) => failing.includes(item.verdict)) ? 1 : 0
}

async function run(args: string[], io: Io): Promise<ExitCode> {
  const options = readOptions(args)
  const rulebook = await openRulebook(io, options.places)
  const groups = await Promise.all(options.files.map((file) => readDrafts(file, options.defaults, io)))
  const drafts = groups.flat()
  const at = options.at ?? shanghaiDay(io.now())
  // --at wins over the draft's own publish day.
  const items = drafts.map(({ facts }) => lint(options.at ? { ...facts, publishAt: options.at } : facts, rulebook, { at }))
  printAll(items, drafts, { io, options, rulebook })
  return exitCodeOf(items, options.strict)
}

export const lintCommand: Command = { name: 'lint', summary: 'check drafts against the dated, cited rulebook', help: HELP, run }
