import type { Brief } from './schema.ts'

/**
 * Texts a rule demands word for word: the plain terms of the rulebook's list `mandatory` (a test compares them). Whoever asks for one
 * of them asks for what the law asks.
 */
export const MANDATORY_TEXTS: readonly string[] = [
  '保健食品不是药物',
  '不能代替药物治疗疾病',
  '不能代替药物',
  '不能替代药物',
  '本品不能代替药物',
  '请按药品说明书或者在药师指导下购买和使用',
  '请仔细阅读产品说明书或者在医务人员的指导下购买和使用',
  '禁忌内容或者注意事项详见说明书',
  '本广告仅供医学药学专业人士阅读',
  '请在医生或者临床营养师指导下使用',
  '不适用于非目标人群使用',
  '母乳喂养',
  '非处方药',
  '不构成投资建议',
  '投资有风险',
  '理财有风险',
  '市场有风险',
  '过量饮酒有害健康',
  '开车不喝酒,喝酒不开车',
  '吸烟有害健康',
  '转载信息',
  '广告批准文号',
]

/** Numbers an authority gave: cosmetics (国妆特字, 国妆网备进字, 沪G妆网备字), advertisements (京药广审…号), health food (国食健注G, 卫食健字). */
const APPROVAL_NUMBER =
  /国妆(?:特|备)(?:进)?字[A-Z]?\d{6,}|国妆网备进字(?:（[^）]+）|\([^)]+\))?第?\d{6,}号?|[\u4e00-\u9fa5]G妆网备字第?\d{6,}号?|[\u4e00-\u9fa5]{1,2}(?:药|械|食健)广审(?:（[^）]+）|\([^)]+\))?第?\d{6,}[-\d]*号?|国食健[注备][GJ]?\d{6,}|卫食健(?:进)?字(?:（\d{4}）|\(\d{4}\))?第\d{2,}号|国药准字[A-Z]\d{8}/g
const CARRIES_WORDS = /[\p{L}\p{N}]/u

function listFreeWords({ disclosure, properNames, productNames }: Brief): string[] {
  const labels = [disclosure.label, ...disclosure.platforms.map(({ label }) => label ?? '')]
  const words = [...labels, ...MANDATORY_TEXTS, ...properNames, ...productNames].map((word) => word.trim()).filter((word) => word !== '')
  // The longest first: 本品不能代替药物 before 不能代替药物.
  return [...new Set(words)].toSorted((a, b) => b.length - a.length)
}

/** What is left of demanded words when the law's words and names are taken out, and which were taken out. */
export function splitWords(text: string, brief: Brief): { readonly counted: string; readonly law: readonly string[] } {
  const approvals = text.match(APPROVAL_NUMBER) ?? []
  const words = [...approvals, ...listFreeWords(brief)]
  const found: string[] = []
  const rest = words.reduce((left, word) => {
    if (!left.includes(word)) return left
    found.push(word)
    return left.replaceAll(word, ' ')
  }, text)
  const isBare = found.length > 0 && !CARRIES_WORDS.test(rest)
  return { counted: isBare ? '' : rest.trim(), law: found }
}

/** Words a creator has to say as they stand; what is only suggested, or left free, is no demand. */
export const listVerbatim = ({ verbatim }: Brief): string[] => verbatim.filter(({ weight }) => weight === 'must').map(({ text }) => text)

const listDemanded = (brief: Brief) => [...listVerbatim(brief), ...brief.deliverables.map(({ fixedCaption }) => fixedCaption ?? '')]

/** The law's words and names among the words this brief demands, each once, in the order they stand: they cost no freedom. */
export function listLawWords(brief: Brief): string[] {
  return [...new Set(listDemanded(brief).flatMap((text) => splitWords(text, brief).law))]
}

const isCounted = (text: string, brief: Brief) => splitWords(text, brief).counted !== ''

/** Words demanded verbatim that count: not those of which nothing is left without the law's words and names. */
export function listCountedVerbatim(brief: Brief): string[] {
  return listVerbatim(brief)
    .map((text) => text.trim())
    .filter((text) => isCounted(text, brief))
}

/** All that would make a creator read from a script: counted verbatim words and captions. */
export function listScripted(brief: Brief): string[] {
  return listDemanded(brief)
    .map((text) => text.trim())
    .filter((text) => isCounted(text, brief))
}
