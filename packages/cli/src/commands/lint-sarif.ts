import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ruleById, type LintExemption, type LintFinding, type LintItem, type LintOutcome, type Rulebook } from '@kolibra/core/compliance'
import type { Language } from '@kolibra/core/shared'
import type { Draft } from './lint-input.ts'
import { countCharacters, locate } from './text-place.ts'

const LEVELS = { block: 'error', error: 'error', warn: 'warning', review: 'note', info: 'none' } as const satisfies Record<
  LintOutcome,
  string
>
const VERSION = '0.1.0'

interface Style {
  readonly rulebook: Rulebook
  readonly language: Language
}

/**
 * The findings as one SARIF 2.1.0 log (OASIS), for code hosts and editors. What passed by an exemption is a suppressed result. Columns and
 * offsets count code points, as `columnKind` says.
 */
export function printSarif(items: readonly LintItem[], drafts: readonly Draft[], style: Style): string {
  const checked = items.flatMap((item, index) => {
    const draft = drafts[index]
    return draft === undefined ? [] : [{ item, draft }]
  })
  const ids = [...new Set(items.flatMap((item) => [...item.findings, ...item.exemptions].map(({ ruleId }) => ruleId)))]
  const known = { ...style, ids }
  const results = checked.flatMap(({ item, draft }) => [
    ...item.findings.map((finding) => describeFinding(finding, draft, known)),
    ...item.exemptions.map((exemption) => describeExemption(exemption, draft, known)),
  ])
  const uris = [...new Set(drafts.map(({ file }) => uriOf(file)))]
  const run = {
    tool: { driver: { name: 'kolibra', semanticVersion: VERSION, rules: ids.map((id) => describeRule(id, style)) } },
    language: style.language === 'zh' ? 'zh-CN' : 'en-US',
    columnKind: 'unicodeCodePoints',
    invocations: [{ executionSuccessful: true }],
    artifacts: uris.map((uri) => ({ location: { uri } })),
    properties: { rulebook: style.rulebook.version },
    results,
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'))
}

function describeRule(id: string, { rulebook, language }: Style) {
  const entry = ruleById(rulebook, id)
  if (entry === undefined) return { id }
  const { title, requirement, source, fix, outcome, validFrom, validTo } = entry
  const law = [source.title, source.number, source.article].filter((part) => part !== null).join(' ')
  const help = [requirement[language], law, fix[language]].filter((part) => part !== '')
  return {
    id,
    shortDescription: { text: title[language] },
    fullDescription: { text: requirement[language] },
    help: { text: help.join('\n'), markdown: help.join('\n\n') },
    ...(source.url ? { helpUri: source.url } : {}),
    defaultConfiguration: { level: LEVELS[outcome] },
    properties: { outcome, source: law, validFrom, validTo, lastChecked: source.checkedOn },
  }
}

type Known = Style & { readonly ids: readonly string[] }

function describeFinding(finding: LintFinding, draft: Draft, { ids, language }: Known) {
  const { ruleId, outcome, field, match, span } = finding
  const replacement = describeFix(finding, draft, language)
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    // A level beside "fail" is only lawful as none (SARIF 3.27.9).
    ...(outcome === 'info' ? { kind: 'informational' } : {}),
    level: LEVELS[outcome],
    message: { text: [finding.message[language], finding.fix[language]].filter((part) => part !== '').join('\n') },
    locations: [describePlace(finding, draft)],
    ...(replacement === null ? {} : { fixes: [replacement] }),
    properties: { outcome, field, match, ...(span ? { spanUtf16: span } : {}) },
  }
}

function describeExemption(exemption: LintExemption, draft: Draft, { ids, language }: Known) {
  const { ruleId, because } = exemption
  const justification = because[language]
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    kind: 'pass',
    level: 'none',
    message: { text: justification },
    locations: [describePlace(exemption, draft)],
    suppressions: [{ kind: 'external', status: 'accepted', justification }],
  }
}

type Placed = Pick<LintFinding, 'field' | 'span'>

function describePlace(placed: Placed, draft: Draft) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(draft.file) }, ...describeRegion(placed, draft) } }
}

/** A place in the file's own text. In a .jsonl or a .docx the text stands otherwise in the bytes, so only the line is told. */
const isInText = ({ field, span }: Placed, { line, isPlain }: Draft) => span !== null && line === null && isPlain && field === 'text'

function describeRegion(placed: Placed, draft: Draft) {
  const { span } = placed
  if (draft.line !== null) return { region: { startLine: draft.line } }
  if (span === null) return {}
  const { text } = draft.facts
  const start = locate(text, span.start)
  if (!isInText(placed, draft)) return { region: { startLine: start.line } }
  const end = locate(text, span.end)
  const snippet = { text: text.slice(span.start, span.end) }
  return {
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, ...offsets(text, span), snippet },
  }
}

function offsets(text: string, { start, end }: { start: number; end: number }) {
  return { charOffset: countCharacters(text, 0, start), charLength: countCharacters(text, start, end) }
}

function describeFix(finding: LintFinding, draft: Draft, language: Language) {
  const { span, fix } = finding
  if (fix.replacement === null || span === null || !isInText(finding, draft)) return null
  const replacement = { deletedRegion: offsets(draft.facts.text, span), insertedContent: { text: fix.replacement } }
  return {
    description: { text: fix[language] },
    artifactChanges: [{ artifactLocation: { uri: uriOf(draft.file) }, replacements: [replacement] }],
  }
}
