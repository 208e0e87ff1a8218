import type { Account, ImageReport } from '../../creators/index.ts'
import { CATEGORY_NAMES_ZH, formatShare, nameZh, say, type Category, type Localized } from '../../shared/index.ts'
import type { MeasuredPart } from './combine-fit.ts'
import { joinTold } from './join-told.ts'
import { OTHER_CATEGORY, PRODUCT_FIELDS, type ProductField } from './fit-table.ts'

/** Whether a creator is of the product's field: by the categories a platform prints and by what the posts speak of; the mean of what is known. */
export function measureContent({ categories }: Pick<Account, 'categories'>, image: ImageReport | null, category: Category): MeasuredPart {
  const field = PRODUCT_FIELDS[category]
  if (field === undefined)
    return {
      value: null,
      completeness: 0,
      because: say(
        `Products of category ${category} have no field that creators name.`,
        `「${nameZh(CATEGORY_NAMES_ZH, category)}」没有对应的达人内容领域。`,
      ),
    }
  const known = [judgeCategories(categories, field), judgePosts(image, field)].filter((one) => one !== null)
  if (known.length === 0)
    return { value: null, completeness: 0, because: say('Neither categories nor texts of posts are held.', '未掌握达人类目及作品文本。') }
  return {
    value: known.reduce((sum, { value }) => sum + value, 0) / known.length,
    completeness: known.length / 2,
    because: joinTold(known.map(({ told }) => told)),
  }
}

type Judged = { readonly value: number; readonly told: Localized } | null

function judgeCategories(categories: readonly string[], { words }: ProductField): Judged {
  if (categories.length === 0) return null
  const own = categories.filter((name) => words.test(name))
  if (own.length > 0) return { value: 1, told: say(`category ${own.join(', ')} is the product's`, `类目「${own.join('、')}」与产品一致`) }
  return {
    value: OTHER_CATEGORY,
    told: say(
      `no category of the product among ${categories.join(', ')} (counts ${OTHER_CATEGORY} [A])`,
      `类目「${categories.join('、')}」与产品不一致（计 ${OTHER_CATEGORY} [A]）`,
    ),
  }
}

// One more hit and one more miss than were seen: of two posts nobody knows a habit.
function judgePosts(image: ImageReport | null, { topics }: ProductField): Judged {
  const read = image?.topics ?? null
  if (image === null || read === null || topics.length === 0) return null
  const n = Math.round(image.textsHeld * (1 - read.unknownShare))
  if (n === 0) return null
  // A post may speak of two of the topics; together they are no more than all posts.
  const k = Math.min(
    n,
    read.known.filter(({ key }) => topics.includes(key)).reduce((sum, { count }) => sum + count, 0),
  )
  const value = (k + 1) / (n + 2)
  return {
    value,
    told: say(
      `${k} of ${n} posts that name a topic speak of it ((k + 1)/(n + 2) = ${formatShare(value, 'en')})`,
      `可识别话题的 ${n} 篇作品中 ${k} 篇相关（(k + 1)/(n + 2) = ${formatShare(value, 'zh')}）`,
    ),
  }
}
