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
  const before = text.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  const end = text.indexOf('\n', offset)
  return {
    line: before.split('\n').length,
    column: Array.from(before.slice(start)).length + 1,
    text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, ''),
  }
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

function excerpt(text: string, span: { start: number; end: number }, mark: string): string[] {
  const place = locate(text, span.start)
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const matched = text.slice(span.start, Math.min(span.end, lineStart + place.text.length))
  const margin = ' '.repeat(String(place.line).length)
  const indent = ' '.repeat(widthOf(place.text.slice(0, span.start - lineStart)))
  return [
    ` ${margin} |`,
    ` ${place.line} | ${place.text}`,
    ` ${margin} | ${indent}${mark.replace('^', '^'.repeat(Math.max(1, widthOf(matched))))}`,
  ]
}
