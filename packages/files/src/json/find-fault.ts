type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end'

const BARE_TOKEN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y
const SPACE = /[ \t\r\n]*/y
// A long run of ordinary characters, then whatever ended it.
const PLAIN = /[ -!#-[\]-\uffff]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Position (from 0) of the first character that cannot be JSON, the length of the text when it just stops too early.
 * JSON.parse does not tell: V8 leaves the position out of most of its messages. Only for texts JSON.parse has refused.
 */
export function findFault(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = skip(SPACE, text, 0)
  while (at < text.length) {
    const character = text.charAt(at)
    const next = step(character, expected, open)
    if (next === null) return at
    const end = character === '"' ? scanString(text, at + 1) : isBare(character) ? skip(BARE_TOKEN, text, at) : at + 1
    if (end <= at) return Math.abs(end) || at
    expected = next
    at = skip(SPACE, text, end)
  }
  return text.trimEnd().length
}

function isBare(character: string): boolean {
  return !'"{}[],:'.includes(character)
}

/** What may follow this token, or null when it may not stand here. Keeps the open brackets. */
function step(character: string, expected: Expected, open: string[]): Expected | null {
  const takesValue = expected === 'value' || expected === 'value or ]'
  if (character === '{' || character === '[') {
    if (!takesValue) return null
    open.push(character)
    return character === '{' ? 'key or }' : 'value or ]'
  }
  if (character === '}' || character === ']') return close(character, expected, open)
  if (character === ',') return expected === 'comma or end' && open.length > 0 ? (open.at(-1) === '{' ? 'key' : 'value') : null
  if (character === ':') return expected === 'colon' ? 'value' : null
  if (character === '"' && (expected === 'key' || expected === 'key or }')) return 'colon'
  return takesValue ? 'comma or end' : null
}

function close(character: string, expected: Expected, open: string[]): Expected | null {
  const [opener, emptied] = character === '}' ? ['{', 'key or }'] : ['[', 'value or ]']
  if (open.at(-1) !== opener || (expected !== 'comma or end' && expected !== emptied)) return null
  open.pop()
  return 'comma or end'
}

/** End of a string from behind its opening quote; the negative position of a character that may not stand in it. */
function scanString(text: string, start: number): number {
  let at = skip(PLAIN, text, start)
  while (at < text.length && text.charAt(at) === '\\') {
    const escaped = skip(ESCAPE, text, at)
    if (escaped === at) return text.length - at < 6 ? text.length : -at
    at = skip(PLAIN, text, escaped)
  }
  if (at >= text.length) return text.length
  return text.charAt(at) === '"' ? at + 1 : -at
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
