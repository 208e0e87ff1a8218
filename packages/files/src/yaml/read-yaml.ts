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

const TOO_DEEP = 'Brackets or indents are nested too deeply'

// Where the parser's own words speak to programmers.
const SENTENCES: Readonly<Record<string, string>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  MULTIPLE_DOCS: 'A second document begins here; a file holds one',
  DUPLICATE_KEY: 'This key was given before',
}

// The parser grows without bound on brackets that never close; its own limit lies below this one.
const BRACKETS_MAX = 1000

/** Where the text opens more brackets than anybody nests; null when it does not. */
function findTooDeep(text: string): number | null {
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '[' || sign === '{') open += 1
    else if ((sign === ']' || sign === '}') && open > 0) open -= 1
    if (open > BRACKETS_MAX) return at
  }
  return null
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  return lines
}

const describeFault = (lines: LineCounter, { at, problem }: { at: number; problem: string }): YamlRefusal => {
  const { line, col } = lines.linePos(at)
  return { code: 'yaml.unreadable', line, column: col, problem }
}

/** The value of one YAML document. Refuses with `yaml.unreadable` for each fault, a key given twice included. */
export function parseYaml(text: string): Outcome<unknown, YamlRefusal> {
  const deep = findTooDeep(text)
  if (deep !== null) return refuse(describeFault(countLines(text), { at: deep, problem: TOO_DEEP }))
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  // Too deep a text complains once per level.
  const isTooDeep = document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')
  const faults = isTooDeep ? document.errors.slice(0, 1) : document.errors
  if (faults.length > 0)
    return refuse(...faults.map(({ pos, code, message }) => describeFault(lines, { at: pos[0], problem: SENTENCES[code] ?? message })))
  try {
    return accept(document.toJS({ maxAliasCount: ALIASES_MAX }))
  } catch {
    return refuse({ code: 'yaml.unreadable', line: 1, column: 1, problem: `More than ${ALIASES_MAX} aliases, or aliases of aliases` })
  }
}
