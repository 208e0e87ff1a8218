import type { Folded } from './fold.ts'
import { readWritten } from './read-written.ts'

const DRAW = /抽|奖|转盘|锦鲤|砸金蛋|刮|最高可得/
const SUM = '(?<sum>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}|[一二三四五六七八九十百两]{1,6}(?=万))(?<scale>万|千)?'
const PRIZE = new RegExp(
  `(?:最高奖|大奖|头奖|一等奖|特等奖|奖金|奖品价值|最高可得|奖励|抽奖送|抽中送|价值|现金|抽走|瓜分)[^\\n,0-9一二三四五六七八九十]{0,6}${SUM}`,
  'g',
)
const WON = new RegExp(`(?<![0-9])${SUM}(?:元|块)?的?(?:现金|大奖|奖金|旅游|红包|购物金|购物卡|基金|豪车|汽车|轿车|手表|金条|礼包)`, 'g')
const FEN_PER_YUAN = 100
const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000 }
const DIGITS = '零一二三四五六七八九'

/** The largest prize a text promises in money, in fen (最高奖10万元现金), or null. Speaks only where there is a draw. */
export function readTopPrizeFen(folded: Folded, original: string): number | null {
  if (!DRAW.test(folded.text)) return null
  let offset = 0
  let topFen: number | null = null
  for (const sentence of folded.text.split('\n')) {
    const matches = DRAW.test(sentence) ? [PRIZE, WON].flatMap((pattern) => [...sentence.matchAll(pattern)]) : []
    for (const { 0: whole, index, groups } of matches) {
      const start = offset + index + whole.lastIndexOf(groups?.['sum'] ?? '')
      const yuan = readSum(groups?.['sum'] ?? '', start, { folded, original })
      const fen = yuan === null ? null : Math.round(yuan * (SCALE[groups?.['scale'] ?? ''] ?? 1) * FEN_PER_YUAN)
      if (fen !== null && (topFen === null || fen > topFen)) topFen = fen
    }
    offset += sentence.length + 1
  }
  return topFen
}

function readSum(sum: string, start: number, { folded, original }: { folded: Folded; original: string }): number | null {
  return /[0-9]/.test(sum) ? readWritten(folded, original, { start, end: start + sum.length }) : readCharacters(sum)
}

/** A number below a thousand in Chinese characters: 三十五 is 35. */
function readCharacters(sum: string): number {
  let total = 0
  let digit = 0
  for (const character of sum) {
    if (character === '十') total += (digit || 1) * 10
    else if (character === '百') total += (digit || 1) * 100
    else digit = character === '两' ? 2 : DIGITS.indexOf(character)
    if (character === '十' || character === '百') digit = 0
  }
  return total + digit
}
