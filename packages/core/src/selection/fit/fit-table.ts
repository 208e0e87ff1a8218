import type { Category } from '../../shared/index.ts'
import type { FitTable } from './fit-schema.ts'

/** The weights that are shipped. Ours [A]: nobody publishes tested ones; a workspace may set its own. */
export const FIT_TABLE: FitTable = {
  version: 'fit-1',
  weights: { audience: 0.3, content: 0.2, authenticity: 0.2, price: 0.1, safety: 0.1, pastWork: 0.1 },
  source: '[A]',
}

/** A creator of other categories is not worthless for a product, but it has to be explained [A]. */
export const OTHER_CATEGORY = 0.2

/** What makes a creator one of a product's field: words of categories as platforms print them, and topics of posts. */
export interface ProductField {
  readonly words: RegExp
  readonly topics: readonly string[]
}

const BEAUTY: ProductField = { words: /美妆|护肤|彩妆|美容|个护|beauty|skin|make-?up|cosmetic/i, topics: ['skincare', 'makeup'] }
const FOOD: ProductField = { words: /美食|食品|零食|餐|探店|food|cook/i, topics: ['food'] }
const BABY: ProductField = { words: /母婴|育儿|亲子|宝宝|孕|mother|baby|parent/i, topics: ['mother_baby'] }
const HEALTH: ProductField = { words: /健康|医|养生|营养|保健|health|medic/i, topics: ['health'] }

/** The field of a product by its category [A]; a category without a row has no field that creators name, so the part stays unknown. */
export const PRODUCT_FIELDS: Readonly<Partial<Record<Category, ProductField>>> = {
  cosmetics: BEAUTY,
  special_cosmetics: BEAUTY,
  children_cosmetics: { words: new RegExp(`${BEAUTY.words.source}|${BABY.words.source}`, 'i'), topics: ['skincare', 'mother_baby'] },
  food: FOOD,
  health_food: HEALTH,
  infant_formula: BABY,
  fsmp: HEALTH,
  medical_service: HEALTH,
  medical_aesthetic: { words: /医美|美容|护肤|aesthetic|beauty/i, topics: ['skincare', 'health'] },
  medical_device: HEALTH,
  drug: HEALTH,
  finance: { words: /理财|财经|金融|保险|投资|financ|money/i, topics: ['money'] },
  education: { words: /教育|学习|知识|校园|职场|educat|study/i, topics: ['study'] },
  alcohol: { words: /酒|美食|wine|beer|spirit/i, topics: ['food'] },
  real_estate: { words: /房产|家居|装修|house|home/i, topics: ['home'] },
  agriculture: { words: /三农|农|farm/i, topics: [] },
  game: { words: /游戏|电竞|二次元|game/i, topics: ['games'] },
  legal: { words: /法律|普法|law|legal/i, topics: [] },
}
