const DIGITS = '零一二三四五六七八九'
const PERFORMER = /主播|代言|童星|童模|出镜|小演员|达人|博主|网红|小模特|直播带货|(?:小孩|宝宝|小朋友|萌娃)(?:推荐|带货)/
const AGE = /([0-9]{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])周?岁/g

/** The youngest age a text gives for the person who performs or endorses (15岁主播), or null. */
export function readAge(folded: string): number | null {
  const ages = folded
    .split('\n')
    .filter((sentence) => PERFORMER.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(AGE)].map((match) => readNumber(match[1] ?? '')))
  return ages.reduce<number | null>((youngest, age) => (youngest === null || age < youngest ? age : youngest), null)
}

function readNumber(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  const unit = ones ? DIGITS.indexOf(ones) : 0
  return tens === null || tens === undefined ? unit : (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + unit
}
