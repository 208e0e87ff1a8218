import type { Chance } from './chance.ts'
import { NASTY_CELLS, type SpoilText } from './mutate-text.ts'

const NASTY_VALUES: readonly string[] = [
  ...NASTY_CELLS.slice(0, -1).map((cell) => JSON.stringify(cell)),
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '{"a":{"b":null}}',
  '1e999',
  '-1e999',
  '-1',
  '0',
  '9007199254740993',
  '7021234567890123456',
  '1.7976931348623157e308',
  '-0.0000000000000000000001',
  '"\\ud800"',
  '"\\u0000"',
  '[1,"a",null,{"__proto__":1}]',
]

const VALUE = /"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|\btrue\b|\bfalse\b|\bnull\b/g

function replaceValues(text: string, { whole, pick, happens }: Chance): string {
  const found = [...text.matchAll(VALUE)].length
  const share = whole(1, 10) / Math.max(10, found)
  return text.replaceAll(VALUE, (value) => (happens(share) ? pick(NASTY_VALUES) : value))
}

function renameKeys(text: string, { pick, happens }: Chance): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"(?=\s*:)/g, (key) =>
    happens(0.02) ? pick(['"__proto__"', '"constructor"', '""', '"toString"', '"=1"', '"\\u0000"', '"a.b"']) : key,
  )
}

function nest(text: string, { whole, pick }: Chance): string {
  const depth = pick([10, 199, 200, 201, 5000, 200_000])
  const [open, close] = pick([
    ['[', ']'],
    ['{"a":', '}'],
  ])
  const deep = (open ?? '').repeat(depth) + '1' + (close ?? '').repeat(whole(0, 3) === 0 ? 0 : depth)
  if (whole(0, 1) === 0) return deep
  const values = [...text.matchAll(VALUE)]
  const at = values[whole(0, Math.max(0, values.length - 1))]?.index ?? 0
  return text.slice(0, at) + deep + text.slice(at)
}

function dropMarks(text: string, { whole, pick }: Chance): string {
  let broken = text
  for (let left = whole(1, 4); left > 0; left -= 1) {
    const mark = pick(['{', '}', '[', ']', '"', ':', ',', '\n'])
    const at = broken.indexOf(mark, whole(0, broken.length))
    if (at >= 0) broken = broken.slice(0, at) + pick(['', mark + mark, ',', '"', '//', 'NaN', 'undefined', "'"]) + broken.slice(at + 1)
  }
  return broken
}

const joinLines = (text: string, { pick }: Chance) => text.replaceAll('\n', pick(['', ',', '\r\n', '\n\n', ' ', '\u2028']))
const wrap = (text: string, { pick }: Chance) => {
  const [before = '', after = ''] = pick([
    ['[', ']'],
    ['{"data":', '}'],
    ['callback(', ')'],
    ['var a = ', ';'],
    ['\ufeff\ufeff', ''],
    ['', '\n{}'],
    ['', '\n\n[1,2]'],
    ['{"data":{"list":', '}}'],
  ])
  return before + text + after
}

/** Ways that fit JSON and JSON lines. */
export const JSON_MUTATIONS: Readonly<Record<string, SpoilText>> = {
  'nasty values': replaceValues,
  'nasty keys': renameKeys,
  'deep nesting': nest,
  'marks lost': dropMarks,
  'lines joined': joinLines,
  'something around it': wrap,
}
