import { parseArgs } from 'node:util'
import { briefSchema, checkBrief, computeFreedom, DEMAND_TEXTS, FREEDOM_DEMANDS, listAskedTexts, type Freedom } from '@kolibra/core/briefs'
import type { Finding, Subject } from '@kolibra/core/campaigns'
import { lint } from '@kolibra/core/compliance'
import { listLintFindings } from '@kolibra/core/gates'
import { CATEGORIES, categorySchema, shanghaiDay, type Language } from '@kolibra/core/shared'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { readDay } from '../read-day.ts'
import { readLanguage } from '../read-language.ts'
import { readYaml } from '../read-yaml.ts'
import { readText, writeText } from './brief-text.ts'
import { openRulebook } from './find-rulebook.ts'
import { USAGE } from './usage-words.ts'

const HELP = `kolibra brief check BRIEF.yaml [--category C] [--at DAY] [--format pretty|json] [--lang en|zh]
kolibra brief write BRIEF.yaml [--to md|docx] [--out FILE] [--language both|zh|en]
kolibra brief read FILE

  What the Brief gate can say of a brief alone: missing sections, sides that differ, contradictions, forbidden words it asks
  for, and the freedom it leaves to the creator.

  write: the brief as Markdown, or as a Word document on A4; both read back the same. read: a .docx, .xlsx, .md or .txt brief as the
  fields of brief.yaml (JSON), under "notPlaced" every line that no section took, and "isWhole": true when a Word
  document of ours came back.

  --category  product category for the linter: cosmetics, food, … (default general)
  --at DAY    the day the words will be published (Shanghai); today by default
  --format    pretty (default) or json
  --lang      en (default) or zh, for pretty; json carries both

Example:
  npx kolibra brief check examples/brief.yaml --category cosmetics

Exit codes: 0 nothing blocks, 1 something blocks, 2 unreadable input.
`

const SUBJECT: Subject = { kind: 'brief', id: 'brief' }

async function runBrief(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      category: { type: 'string', default: 'general' },
      at: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      lang: { type: 'string', default: 'en' },
      to: { type: 'string', default: 'md' },
      out: { type: 'string' },
      language: { type: 'string', default: 'both' },
    },
  })
  const [verb, path] = positionals
  if (verb === 'write' && path !== undefined)
    return writeText(path, { to: values.to, out: values.out ?? null, language: values.language }, io)
  if (verb === 'read' && path !== undefined) return readText(path, io)
  if (verb !== 'check' || path === undefined || positionals.length > 2) throw new UsageError(USAGE.briefCheck)
  const category = categorySchema.safeParse(values.category)
  if (!category.success) throw new UsageError(USAGE.noneOf('--category', values.category, CATEGORIES))
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  const at = readDay(values.at ?? shanghaiDay(io.now()), '--at')
  const brief = await readYaml(path, briefSchema, io)
  const asked = { id: path, text: listAskedTexts(brief).join('\n'), format: 'brief' as const, category: category.data }
  const linted = listLintFindings(lint(asked, await openRulebook(io), { at }), SUBJECT)
  const findings = [...checkBrief(brief, SUBJECT), ...linted]
  const freedom = computeFreedom(brief)
  if (format === 'json') printJson(io, { findings, freedom })
  else io.out(render(findings, freedom, language))
  return findings.some(({ severity }) => severity === 'block') ? 1 : 0
}

const SEVERITIES: Readonly<Record<Finding['severity'], { readonly en: string; readonly zh: string }>> = {
  block: { en: 'blocks', zh: '必须处理' },
  warn: { en: 'warning', zh: '提醒' },
  info: { en: 'note', zh: '说明' },
}

function renderFreedom({ score, parts, formula, bestSingleChange, lawWords }: Freedom, language: Language): string {
  const isChinese = language === 'zh'
  const costly = FREEDOM_DEMANDS.flatMap((demand) => {
    const part = parts.find(({ name }) => name === demand)
    return part === undefined || part.cost === 0 ? [] : [`  −${part.cost}  ${DEMAND_TEXTS[demand].label[language]} (${part.value})\n`]
  })
  const best = bestSingleChange === null ? '' : `  → ${bestSingleChange.change[language]}  +${bestSingleChange.gain}\n`
  const free =
    lawWords.length === 0
      ? ''
      : `  ${isChinese ? '法定用语与名称，不计' : 'The law’s words and names, not counted'}: ${lawWords.join(', ')}\n`
  const head = isChinese ? `创作自由度 ${score}/100` : `Freedom index ${score}/100`
  return `${head}\n${costly.join('')}${best}${free}  ${formula[language]}\n`
}

function render(findings: readonly Finding[], freedom: Freedom, language: Language): string {
  const lines = findings.map(
    ({ code, severity, because, fix }) => `${SEVERITIES[severity][language]}  ${because[language]}\n  → ${fix[language]}  ${code}\n`,
  )
  return `${lines.join('')}${lines.length === 0 ? '' : '\n'}${renderFreedom(freedom, language)}`
}

/** `kolibra brief check`: the Brief gate without a campaign, and the freedom index. */
export const briefCommand: Command = {
  name: 'brief',
  summary: 'check a brief before anybody sees it, and how much freedom it leaves',
  help: HELP,
  run: runBrief,
}
