import { ruleById, type LintFinding, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import { say, type Language } from '@kolibra/core/shared'
import { showControls, widthOf } from './cell-width.ts'
import type { Draft } from './lint-input.ts'
import { OUTCOME_WORDS, tellCounts, tellMissing } from './lint-summary.ts'
import { locate } from './text-place.ts'

const COLOURS: Readonly<Record<string, string>> = {
  block: '31',
  error: '31',
  warn: '33',
  review: '36',
  info: '32',
  pass: '32',
  exempt: '32',
}

const WORDS = {
  ...OUTCOME_WORDS,
  exempt: say('exempt', '豁免'),
  rule: say('rule', '规定'),
  law: say('law', '依据'),
  see: say('see', '链接'),
  fix: say('fix', '修改建议'),
  instead: say('could read', '可改为'),
  nothing: say('(leave out)', '（删去）'),
  inForce: say('in force', '施行'),
  to: say('to', '至'),
  checked: say('last checked', '最近核对'),
  notRecorded: say('not recorded', '未记录'),
  noArticle: say('article not recorded', '条款未记录'),
  noStart: say('start not recorded', '起始日未记录'),
  missing: say('note: not known, and could change the verdict', '说明：以下事实未知，可能改变结论'),
}
type Word = keyof typeof WORDS

interface Print {
  readonly language: Language
  readonly colour: boolean
  /** Where the short titles of the rules stand. */
  readonly rulebook: Rulebook
}

/** Prints one draft's findings as a compiler prints errors. */
export function printItem(item: LintItem, draft: Draft, options: Print): string {
  const paint = (name: string, text: string) => (options.colour ? `\u001b[1;${COLOURS[name] ?? '0'}m${text}\u001b[0m` : text)
  const { language, rulebook } = options
  const tell = (word: Word) => WORDS[word][language]
  const findings = item.findings.map((finding) => printFinding(finding, draft, { paint, tell, language, rulebook }))
  const exemptions = item.exemptions.map((one) => {
    const place = one.span ? `${placeName(draft, one.field, one.span.start)}: ` : ''
    const match = one.span ? `"${showControls(fieldText(draft, one.field).slice(one.span.start, one.span.end))}" ` : ''
    return `${paint('exempt', `${tell('exempt')}[${one.ruleId}]`)} ${place}${match}${one.because[options.language]}\n`
  })
  const missing = item.missing.length > 0 ? [`${tell('missing')}${tellMissing(item.missing, language)}\n`] : []
  const name = draft.line === null ? draft.file : `${draft.file}:${draft.line} (${item.id})`
  const verdict = `${name}${language === 'zh' ? '：' : ': '}${paint(item.verdict, tell(item.verdict))}${tellCounts(item, language)}\n`
  return [...findings, ...exemptions, ...missing, verdict].join('\n')
}

function fieldText(draft: Draft, field: string): string {
  return field === 'title' ? (draft.facts.title ?? '') : draft.facts.text
}

function placeName(draft: Draft, field: string, offset: number): string {
  const { line, column } = locate(fieldText(draft, field), offset)
  return draft.line === null ? `${draft.file}:${line}:${column}` : `${draft.file}:${draft.line}, ${field} ${line}:${column}`
}

interface Style {
  readonly paint: (name: string, text: string) => string
  readonly tell: (word: Word) => string
  readonly language: Language
  readonly rulebook: Rulebook
}

function printFinding(finding: LintFinding, draft: Draft, { paint, tell, language, rulebook }: Style): string {
  const { source, span } = finding
  const place = span
    ? placeName(draft, finding.field, span.start)
    : `${draft.file}${draft.line === null ? '' : `:${draft.line}`} (${finding.field})`
  const force = `${finding.validFrom ?? tell('noStart')}${finding.validTo ? ` ${tell('to')} ${finding.validTo}` : ''}`
  const [colon, comma, stop] = language === 'zh' ? ['：', '，', '；'] : [': ', ', ', '; ']
  const title = ruleById(rulebook, finding.ruleId)?.title[language] ?? finding.message[language]
  const law = `${source.title}${source.article === null ? noArticle(tell('noArticle'), language) : ` ${source.article}`}`
  return [
    `${paint(finding.outcome, `${tell(finding.outcome)}[${finding.ruleId}]`)} ${title}`,
    `  --> ${place}`,
    ...(span ? excerpt(fieldText(draft, finding.field), span, paint(finding.outcome, '^')) : []),
    `   = ${tell('rule')}${colon}${finding.message[language]}`,
    `   = ${tell('law')}${colon}${law}${comma}${tell('inForce')} ${force}${stop}${tell('checked')} ${source.checkedOn ?? tell('notRecorded')}`,
    `   = ${tell('see')}${colon}${source.url ?? tell('notRecorded')}`,
    `   = ${tell('fix')}${colon}${finding.fix[language]}`,
    ...tellReplacement(finding, tell, colon),
    '',
  ].join('\n')
}

const noArticle = (words: string, language: Language) => (language === 'zh' ? `（${words}）` : ` (${words})`)

/** The words with the fix applied, where a rule says which of them may simply go. */
function tellReplacement({ match, fix }: LintFinding, tell: Style['tell'], colon: string): string[] {
  if (fix.replacement === null || match === null) return []
  const after = fix.replacement === '' ? tell('nothing') : `"${showControls(fix.replacement)}"`
  return [`   = ${tell('instead')}${colon}"${showControls(match)}" → ${after}`]
}

// Of a longer line only the neighbourhood of the finding is shown.
const LONGEST_LINE = 200
const SHOWN_BESIDE = 60

/** The part of a line to show around `[start, end)`, never cut inside a character. */
function showAround(line: string, start: number, end: number): { before: string; matched: string; after: string } {
  if (line.length <= LONGEST_LINE) return { before: line.slice(0, start), matched: line.slice(start, end), after: line.slice(end) }
  const from = Math.max(0, start - SHOWN_BESIDE)
  const lastMatched = Math.min(end, start + LONGEST_LINE)
  const until = Math.min(line.length, lastMatched + SHOWN_BESIDE)
  const cut = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  return {
    before: (from > 0 ? '…' : '') + cut(line.slice(from, start)),
    matched: cut(line.slice(start, lastMatched)),
    after: cut(line.slice(lastMatched, until)) + (until < line.length ? '…' : ''),
  }
}

function excerpt(text: string, span: { start: number; end: number }, mark: string): string[] {
  const place = locate(text, span.start)
  const lineStart = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1
  const start = span.start - lineStart
  const shown = showAround(place.text, start, Math.min(span.end - lineStart, place.text.length))
  const before = showControls(shown.before)
  const matched = showControls(shown.matched)
  const margin = ' '.repeat(String(place.line).length)
  const indent = ' '.repeat(widthOf(before))
  return [
    ` ${margin} |`,
    ` ${place.line} | ${before}${matched}${showControls(shown.after)}`,
    ` ${margin} | ${indent}${mark.replace('^', '^'.repeat(Math.max(1, widthOf(matched))))}`,
  ]
}
