import { accept, refuse, type Outcome } from '@kolibra/core/shared'
import { LineCounter, parseDocument } from 'yaml'

/** Where a YAML text breaks, counted from 1, and why. */
export interface YamlRefusal {
  readonly code: 'yaml.unreadable'
  readonly line: number
  readonly column: number
  readonly problem: string
  readonly [datum: string]: unknown
}

/** The value of one YAML document. Refuses with `yaml.unreadable` for each fault, a key given twice included. */
export function parseYaml(text: string): Outcome<unknown, YamlRefusal> {
  const lines = new LineCounter()
  // A billion laughs in forty lines: more than a hundred aliases is no campaign.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  if (document.errors.length > 0)
    return refuse(
      ...document.errors.map(({ pos, message }): YamlRefusal => {
        const { line, col } = lines.linePos(pos[0])
        return { code: 'yaml.unreadable', line, column: col, problem: message }
      }),
    )
  try {
    return accept(document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    return refuse({ code: 'yaml.unreadable', line: 1, column: 1, problem: error instanceof Error ? error.message : String(error) })
  }
}
