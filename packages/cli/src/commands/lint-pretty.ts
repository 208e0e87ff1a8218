import { nameFactZh, type LintFinding, type LintItem } from '@kolibra/core/compliance'
import { say, type Language } from '@kolibra/core/shared'
import type { Draft } from './lint-input.ts'

/** Where a UTF-16 offset stands: line and column from 1, the column in characters. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly text: string
}

export function locate(text: string, offset: number): Place {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1
  const end = text.indexOf('\n', offset)
  return {
    line: countLines(text, offset),
    column: countCharacters(text, start, offset) + 1,
    text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, ''),
  }
}

// A hostile line has a million characters and a thousand findings: counting may copy nothing.
function countLines(text: string, offset: number): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

function countCharacters(text: string, start: number, end: number): number {
  let characters = 0
  for (let at = start; at < end; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) characters += 1
  return characters
}

// Terminals draw these two cells wide.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u
const HIDDEN = /\p{Default_Ignorable_Code_Point}|\p{Mn}|\p{Me}/u

/** Cells a text takes on a terminal. */
export function widthOf(text: string): number {
  return [...text].reduce((cells, point) => cells + (HIDDEN.test(point) ? 0 : WIDE.test(point) ? 2 : 1), 0)
}

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
  block: say('block', '禁止发布'),
  error: say('error', '违规'),
  warn: say('warn', '提醒'),
  review: say('review', '待人工判断'),
  info: say('info', '备注'),
  pass: say('pass', '通过'),
  exempt: say('exempt', '豁免'),
  law: say('law', '依据'),
  see: say('see', '链接'),
  fix: say('fix', '修改建议'),
  inForce: say('in force', '施行'),
  to: say('to', '至'),
  checked: say('last checked', '最近核对'),
  notRecorded: say('not recorded', '未记录'),
  noStart: say('start not recorded', '起始日未记录'),
  missing: say('note: not known, and could change the verdict', '说明：以下事实未知，可能改变结论'),
}
type Word = keyof typeof WORDS

/** Prints one draft's findings as a compiler prints errors. */
export function printItem(item: LintItem, draft: Draft, options: { language: Language; colour: boolean }): string {
  const paint = (name: string, text: string) => (options.colour ? `\u001b[1;${COLOURS[name] ?? '0'}m${text}\u001b[0m` : text)
  const { language } = options
  const tell = (word: Word) => WORDS[word][language]
  const findings = item.findings.map((finding) => printFinding(finding, draft, { paint, tell, language }))
  const exemptions = item.exemptions.map((one) => {
    const place = one.span ? `${placeName(draft, one.field, one.span.start)}: ` : ''
    const match = one.span ? `"${fieldText(draft, one.field).slice(one.span.start, one.span.end)}" ` : ''
    return `${paint('exempt', `${tell('exempt')}[${one.ruleId}]`)} ${place}${match}${one.because[options.language]}\n`
  })
  const missing = item.missing.length > 0 ? [`${tell('missing')}${tellMissing(item.missing, language)}\n`] : []
  const name = draft.line === null ? draft.file : `${draft.file}:${draft.line} (${item.id})`
  const verdict = `${name}: ${paint(item.verdict, tell(item.verdict))}${tellCounts(item, language)}\n`
  return [...findings, ...exemptions, ...missing, verdict].join('\n')
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

function tellCounts({ findings, exemptions }: LintItem, language: Language): string {
  if (language === 'zh') return `，${findings.length} 条结果，${exemptions.length} 项豁免`
  return `, ${count(findings.length, 'finding')}, ${count(exemptions.length, 'exemption')}`
}

const tellMissing = (facts: readonly string[], language: Language) =>
  language === 'zh' ? `：${facts.map(nameFactZh).join('、')}` : `: ${facts.join(', ')}`

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
}

function printFinding(finding: LintFinding, draft: Draft, { paint, tell, language }: Style): string {
  const { source, span } = finding
  const place = span
    ? placeName(draft, finding.field, span.start)
    : `${draft.file}${draft.line === null ? '' : `:${draft.line}`} (${finding.field})`
  const force = `${finding.validFrom ?? tell('noStart')}${finding.validTo ? ` ${tell('to')} ${finding.validTo}` : ''}`
  const [colon, comma, stop] = language === 'zh' ? ['：', '，', '；'] : [': ', ', ', '; ']
  const law = [source.title, source.article].filter((part) => part !== null).join(' ')
  return [
    `${paint(finding.outcome, `${tell(finding.outcome)}[${finding.ruleId}]`)} ${finding.message[language]}`,
    `  --> ${place}`,
    ...(span ? excerpt(fieldText(draft, finding.field), span, paint(finding.outcome, '^')) : []),
    `   = ${tell('law')}${colon}${law}${comma}${tell('inForce')} ${force}${stop}${tell('checked')} ${source.checkedOn ?? tell('notRecorded')}`,
    ...(source.url ? [`   = ${tell('see')}${colon}${source.url}`] : []),
    `   = ${tell('fix')}${colon}${finding.fix[language]}`,
    '',
  ].join('\n')
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
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const start = span.start - lineStart
  const { before, matched, after } = showAround(place.text, start, Math.min(span.end - lineStart, place.text.length))
  const margin = ' '.repeat(String(place.line).length)
  const indent = ' '.repeat(widthOf(before))
  return [
    ` ${margin} |`,
    ` ${place.line} | ${before}${matched}${after}`,
    ` ${margin} | ${indent}${mark.replace('^', '^'.repeat(Math.max(1, widthOf(matched))))}`,
  ]
}
