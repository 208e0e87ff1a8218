import type { Folded } from './fold.ts'
import { readWritten } from './read-written.ts'

const DIGITS = '零一二三四五六七八九'
const PERFORMER =
  /主播|代言|童星|童模|出镜|小演员|达人|博主|网红|小模特|直播带货|推荐官|体验官|形象大使|品牌大使|童装模特|拍广告|打广告|做广告|接广告|接商单|商单|小红人|广告片|吃播|(?:让|叫|逼|带).{0,8}(?:孩子|女儿|儿子|小孩|娃).{0,4}(?:直播|开播|带货)|(?:小孩|宝宝|小朋友|萌娃|萌宝)(?:推荐|带货|直播|卖货)/
const AGE = /((?<![0-9])[0-9]{1,6}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])周?岁/g
// Nobody is older; a larger number is no age.
const OLDEST = 120

/** The youngest age a text gives for the person who performs or endorses (15岁主播), or null. */
export function readAge(folded: Folded, original: string): number | null {
  if (!folded.text.includes('岁')) return null
  let offset = 0
  let youngest: number | null = null
  for (const sentence of folded.text.split('\n')) {
    const matches = PERFORMER.test(sentence) ? [...sentence.matchAll(AGE)] : []
    for (const match of matches) {
      const start = offset + match.index
      const age = readNumber(match[1] ?? '') ?? readWritten(folded, original, { start, end: start + (match[1] ?? '').length })
      if (age !== null && age <= OLDEST && (youngest === null || age < youngest)) youngest = age
    }
    offset += sentence.length + 1
  }
  return youngest
}

/** A number in Chinese characters below a hundred; null when it is written in digits. */
function readNumber(text: string): number | null {
  if (/^[0-9]/.test(text)) return null
  if (text === '两') return 2
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  const unit = ones ? DIGITS.indexOf(ones) : 0
  return tens === null || tens === undefined ? unit : (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + unit
}
