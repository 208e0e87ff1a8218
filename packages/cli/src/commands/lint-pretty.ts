import type { LintFinding, LintItem } from '@kolibra/core/compliance'
import type { Language } from '@kolibra/core/shared'
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

/** Prints one draft's findings as a compiler prints errors. */
export function printItem(item: LintItem, draft: Draft, options: { language: Language; colour: boolean }): string {
  const paint = (name: string, text: string) => (options.colour ? `\u001b[1;${COLOURS[name] ?? '0'}m${text}\u001b[0m` : text)
  const findings = item.findings.map((finding) => printFinding(finding, draft, { paint, language: options.language }))
  const exemptions = item.exemptions.map((one) => {
    const place = one.span ? `${placeName(draft, one.field, one.span.start)}: ` : ''
    const match = one.span ? `"${fieldText(draft, one.field).slice(one.span.start, one.span.end)}" ` : ''
    return `${paint('exempt', `exempt[${one.ruleId}]`)} ${place}${match}${one.because[options.language]}\n`
  })
  const missing = item.missing.length > 0 ? [`note: not known, and could change the verdict: ${item.missing.join(', ')}\n`] : []
  const name = draft.line === null ? draft.file : `${draft.file}:${draft.line} (${item.id})`
  const verdict = `${name}: ${paint(item.verdict, item.verdict)}, ${count(item.findings.length, 'finding')}, ${count(item.exemptions.length, 'exemption')}\n`
  return [...findings, ...exemptions, ...missing, verdict].join('\n')
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

function fieldText(draft: Draft, field: string): string {
  return field === 'title' ? (draft.facts.title ?? '') : draft.facts.text
}

function placeName(draft: Draft, field: string, offset: number): string {
  const { line, column } = locate(fieldText(draft, field), offset)
  return draft.line === null ? `${draft.file}:${line}:${column}` : `${draft.file}:${draft.line}, ${field} ${line}:${column}`
}

interface Style {
  readonly paint: (name: string, text: string) => string
  readonly language: Language
}

function printFinding(finding: LintFinding, draft: Draft, { paint, language }: Style): string {
  const { source, span } = finding
  const place = span
    ? placeName(draft, finding.field, span.start)
    : `${draft.file}${draft.line === null ? '' : `:${draft.line}`} (${finding.field})`
  const force = `${finding.validFrom ?? 'start not recorded'}${finding.validTo ? ` to ${finding.validTo}` : ''}`
  const law = [source.title, source.article].filter((part) => part !== null).join(' ')
  return [
    `${paint(finding.outcome, `${finding.outcome}[${finding.ruleId}]`)} ${finding.message[language]}`,
    `  --> ${place}`,
    ...(span ? excerpt(fieldText(draft, finding.field), span, paint(finding.outcome, '^')) : []),
    `   = law: ${law}, in force ${force}; last checked ${source.checkedOn ?? 'not recorded'}`,
    ...(source.url ? [`   = see: ${source.url}`] : []),
    `   = fix: ${finding.fix[language]}`,
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
