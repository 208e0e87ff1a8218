// 广告 as a mark: first word of the text, or set apart as #广告#, 【广告】, （广告）.
const MARK =
  /^[\s\p{P}\p{S}]*广告(?![法主商语位公界片词牌拍创设部])|[#＃【［[（(「]\s*广告\s*[#＃】］\])）」]|[#＃]广告(?=\s|$)|标[：:]\s*广告/u

/** True when the text itself carries the ad label. Expects the original, because folding drops the signs around it. */
export function hasAdLabel(original: string): boolean {
  return original.includes('广告') && MARK.test(original)
}
