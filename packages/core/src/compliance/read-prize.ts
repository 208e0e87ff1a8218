import type { Folded } from './fold.ts'
import { readWritten } from './read-written.ts'

const PRIZE =
  /(?:最高奖|大奖|头奖|一等奖|特等奖|奖金|奖品价值|最高可得|奖励|抽奖送|抽中送)[^\n,0-9]{0,6}([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(万|千)?/g
const FEN_PER_YUAN = 100
const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000 }

/** The largest prize a text promises in money, in fen (最高奖10万元现金), or null. */
export function readTopPrizeFen(folded: Folded, original: string): number | null {
  if (!folded.text.includes('奖') && !folded.text.includes('最高可得') && !folded.text.includes('抽中送')) return null
  const sums = [...folded.text.matchAll(PRIZE)].flatMap((match) => {
    const [digits = '', scale = ''] = [match[1], match[2]]
    const end = match.index + match[0].length - scale.length
    const yuan = readWritten(folded, original, { start: end - digits.length, end })
    return yuan === null ? [] : [Math.round(yuan * (SCALE[scale] ?? 1) * FEN_PER_YUAN)]
  })
  return sums.reduce<number | null>((top, sum) => (top === null || sum > top ? sum : top), null)
}
