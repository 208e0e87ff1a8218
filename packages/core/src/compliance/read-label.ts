// 广告 as a mark: first word of the text, or set apart as #广告#, 【广告】, （广告）.
const MARK =
  /^[\s\p{P}\p{S}]*广告(?![法主商语位公界片词牌拍创设部])|[#＃【［[（(「]\s*广告\s*[#＃】］\])）」]|[#＃]广告(?=\s|$)|标[：:]\s*广告/u

/** True when the text itself carries the ad label. Expects the original, because folding drops the signs around it. */
export function hasAdLabel(original: string): boolean {
  return original.includes('广告') && MARK.test(original)
}

// What people write instead of 广告: each says that somebody gave money or goods.
const SUBSTITUTE =
  /合作|赞助|推广|恰饭|商单|商务|金主|受邀|置换|佣金|体验官|种草官|(?:品牌|商家|厂家|官方).{0,3}(?:赠|送|提供|支持|邀请)|^\s*(?:PR|AD)\b/iu
const DENIAL = /非|无|不是|没有|自费|自购/u

/** True when a label admits a commission (合作推广, 品牌赠送), whether or not it is a lawful label. */
export function tellsCommission(label: string): boolean {
  return SUBSTITUTE.test(label) && !DENIAL.test(label)
}
