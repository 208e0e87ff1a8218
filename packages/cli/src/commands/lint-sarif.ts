import type { LintFinding, LintItem, LintOutcome } from '@kolibra/core/compliance'
import type { Draft } from './lint-input.ts'
import { locate } from './lint-pretty.ts'

const LEVELS: Readonly<Record<LintOutcome, string>> = { block: 'error', error: 'error', warn: 'warning', review: 'note', info: 'none' }

/** The findings as one SARIF 2.1.0 log, for code hosts and editors. */
export function printSarif(items: readonly LintItem[], drafts: readonly Draft[], version: string): string {
  const rules = new Map(items.flatMap((item) => item.findings).map((finding) => [finding.ruleId, describeRule(finding)]))
  const results = items.flatMap((item, index) => item.findings.map((finding) => describeResult(finding, drafts[index])))
  const driver = { name: 'kolibra', semanticVersion: '0.1.0', rules: [...rules.values()] }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', properties: { rulebook: version }, results }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function describeRule(finding: LintFinding) {
  const { source } = finding
  return {
    id: finding.ruleId,
    shortDescription: { text: [source.title, source.article].filter((part) => part !== null).join(' ') },
    help: { text: finding.fix.en },
    ...(source.url ? { helpUri: source.url } : {}),
  }
}

function describeResult(finding: LintFinding, draft: Draft | undefined) {
  return {
    ruleId: finding.ruleId,
    level: LEVELS[finding.outcome],
    message: { text: finding.message.en },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(draft?.file ?? '') }, ...describeRegion(finding, draft) } }],
    properties: { outcome: finding.outcome, field: finding.field, match: finding.match },
  }
}

// A draft inside a .jsonl file is found by its line; a column inside an escaped JSON string would be wrong.
function describeRegion(finding: LintFinding, draft: Draft | undefined) {
  if (!draft) return {}
  if (draft.line !== null) return { region: { startLine: draft.line } }
  if (!finding.span) return {}
  const start = locate(draft.facts.text, finding.span.start)
  const end = locate(draft.facts.text, finding.span.end)
  return { region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column } }
}
