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

// A billion laughs fit into forty lines; no campaign needs a hundred aliases.
const ALIASES_MAX = 100

// Where the parser's own words speak to programmers.
const SENTENCES: Readonly<Record<string, string>> = {
  RESOURCE_EXHAUSTION: 'Brackets or indents are nested too deeply',
  MULTIPLE_DOCS: 'A second document begins here; a file holds one',
  DUPLICATE_KEY: 'This key was given before',
}

/** The value of one YAML document. Refuses with `yaml.unreadable` for each fault, a key given twice included. */
export function parseYaml(text: string): Outcome<unknown, YamlRefusal> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  // Too deep a text complains once per level.
  const isTooDeep = document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')
  const faults = isTooDeep ? document.errors.slice(0, 1) : document.errors
  if (faults.length > 0)
    return refuse(
      ...faults.map(({ pos, code, message }): YamlRefusal => {
        const { line, col } = lines.linePos(pos[0])
        return { code: 'yaml.unreadable', line, column: col, problem: SENTENCES[code] ?? message }
      }),
    )
  try {
    return accept(document.toJS({ maxAliasCount: ALIASES_MAX }))
  } catch {
    return refuse({ code: 'yaml.unreadable', line: 1, column: 1, problem: `More than ${ALIASES_MAX} aliases, or aliases of aliases` })
  }
}
