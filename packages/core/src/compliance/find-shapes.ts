import type { Folded } from './fold.ts'
import type { Stretch } from './neighbours.ts'
import { DIGIT, foldTable, LATIN, NUMERAL } from './scan/fold-table.ts'

// Each is one linear pass: what may go on for long is only tried where it begins, never again from its middle.
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['@number', /[0-9]+|[一二三四五六七八九十百千万两几半]+/g],
  ['@percent', /(?<![0-9])[0-9]+%|百分之[一二三四五六七八九十百0-9]+|[一二三四五六七八九]成/g],
  ['@duration', /(?:(?<![0-9])[0-9]+|[一二三四五六七八九十两几半])个?(?:天|日|周|星期|月|小时|分钟|秒|次|疗程|晚|夜)/g],
  ['@year', /(?:19|20)[0-9]{2}年/g],
  ['@longNumber', /[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{5,}/g],
  // Eleven signs, the first two as mobile numbers begin, perhaps parted by commas.
  [
    '@phone',
    /(?<![0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖])[1一壹幺][3-9三四五六七八九叁肆伍陆柒捌玖](?:[,、]?[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){9}(?![0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖])/g,
  ],
  ['@latinId', /[a-z0-9]{3,}/g],
  ['@accountId', /(?<![a-z])[a-z]+[0-9][a-z0-9]+/g],
])
/** The names a detector may refer to beside the word lists of its rulebook. */
export const SHAPE_NAMES: ReadonlySet<string> = new Set(SHAPES.keys())

const COUNTED =
  /^(?:元|块|万|亿|人|次|份|件|粉|个|名|位|米|步|毫|克|字|天|小时|分|秒|年|%|w(?![a-z0-9])|k(?![a-z0-9])|ml|kg|g(?![a-z0-9])|mg)/
const DATE = /^(?:19|20)[0-9]{2}[-/.年]/

/** What a text must hold to hold a shape: one character of each of these kinds, and so many digits or numerals in a row. */
interface Need {
  readonly kinds: readonly number[]
  readonly row: number
}

const NEEDS: Readonly<Record<string, Need>> = {
  '@number': { kinds: [DIGIT | NUMERAL], row: 0 },
  '@percent': { kinds: [DIGIT | NUMERAL], row: 0 },
  '@duration': { kinds: [DIGIT | NUMERAL], row: 0 },
  '@year': { kinds: [DIGIT], row: 4 },
  '@longNumber': { kinds: [DIGIT | NUMERAL], row: 5 },
  '@phone': { kinds: [DIGIT | NUMERAL], row: 11 },
  '@latinId': { kinds: [DIGIT | LATIN], row: 0 },
  '@accountId': { kinds: [DIGIT, LATIN], row: 0 },
}

/** The hits of one shape: numbers, years, long numbers and ids, in lists whose names begin with @. */
export function findShape(list: string, folded: Folded, original: string): Stretch[] {
  const need = NEEDS[list]
  if (need !== undefined && !mayHold(folded, need)) return []
  const shape = SHAPES.get(list)
  if (shape === undefined) return []
  const found = Array.from(folded.text.matchAll(shape), (match) => ({ start: match.index, end: match.index + match[0].length }))
  return list === '@longNumber' ? found.filter((hit) => isAddress(hit, folded, original)) : found
}

function mayHold(folded: Folded, { kinds, row }: Need): boolean {
  return kinds.every((kind) => (folded.kinds & kind) !== 0) && (row === 0 || hasRow(folded.text, row))
}

const [COMMA, LIST_COMMA] = [','.charCodeAt(0), '、'.charCodeAt(0)]

// A quick look before the slow one; the commas that may part the digits of a telephone number are not counted.
function hasRow(text: string, least: number): boolean {
  const { units } = foldTable()
  let row = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (((units[unit] ?? 0) & (DIGIT | NUMERAL)) !== 0) row += 1
    else if (unit !== COMMA && unit !== LIST_COMMA) row = 0
    if (row === least) return true
  }
  return false
}

// A price, a head count and a date are long numbers too; nobody can be reached under them.
function isAddress(hit: Stretch, folded: Folded, original: string): boolean {
  if (COUNTED.test(folded.text.slice(hit.end, hit.end + 4))) return false
  return !DATE.test(original.slice(folded.starts[hit.start] ?? 0, (folded.starts[hit.start] ?? 0) + 5))
}

/** Web addresses in the original text. */
export function findUrls(original: string): { url: string; start: number; end: number }[] {
  if (!/\/\/|www\./i.test(original)) return []
  return [...original.matchAll(/(?:https?:\/\/|www\.)[^\s\u3000-\uffef<>"'）)]+/gi)].map((match) => ({
    url: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Topics in the original text: `#话题` up to the next blank or sign, `#话题#` as Weibo writes them. */
export function findTopics(original: string): { start: number; end: number }[] {
  return [...original.matchAll(/[#＃][^\s#＃,，。.!！?？:：;；、]+[#＃]?/g)].map(({ index, 0: topic }) => ({
    start: index,
    end: index + topic.length,
  }))
}
