import type { Hit } from './find-terms.ts'
import type { Folded } from './fold.ts'
import { DIGIT, LATIN, NUMERAL } from './scan/fold-table.ts'

// Each is one linear pass: what may go on for long is only tried where it begins, never again from its middle.
const SHAPES: readonly (readonly [string, RegExp])[] = [
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
]
/** The names a detector may refer to beside the word lists of its rulebook. */
export const SHAPE_NAMES: ReadonlySet<string> = new Set(SHAPES.map(([name]) => name))

const COUNTED =
  /^(?:元|块|万|亿|人|次|份|件|粉|个|名|位|米|步|毫|克|字|天|小时|分|秒|年|%|w(?![a-z0-9])|k(?![a-z0-9])|ml|kg|g(?![a-z0-9])|mg)/
const DATE = /^(?:19|20)[0-9]{2}[-/.年]/

// A shape without any of these characters in the text cannot be there.
const NEEDED: Readonly<Record<string, number>> = {
  '@number': DIGIT | NUMERAL,
  '@percent': DIGIT | NUMERAL,
  '@duration': DIGIT | NUMERAL,
  '@year': DIGIT,
  '@longNumber': DIGIT | NUMERAL,
  '@phone': DIGIT | NUMERAL,
  '@latinId': DIGIT | LATIN,
  '@accountId': DIGIT,
}

/** The hits of one shape: numbers, years, long numbers and ids, in lists whose names begin with @. */
export function findShape(list: string, folded: Folded, original: string): Hit[] {
  const needed = NEEDED[list]
  if (needed !== undefined && (folded.kinds & needed) === 0) return []
  const shape = SHAPES.find(([name]) => name === list)?.[1]
  if (shape === undefined) return []
  return Array.from(folded.text.matchAll(shape), (match) => ({ list, start: match.index, end: match.index + match[0].length })).filter(
    (hit) => list !== '@longNumber' || isAddress(hit, folded, original),
  )
}

// A price, a head count and a date are long numbers too; nobody can be reached under them.
function isAddress(hit: Hit, folded: Folded, original: string): boolean {
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
