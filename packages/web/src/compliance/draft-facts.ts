import type { ContentFacts } from '@kolibra/core/compliance'
import type { Category, Platform } from '@kolibra/core/shared'

/** The form of a draft check as typed. '' is not known and becomes null; "none" and "no" are known absent. */
export interface DraftForm {
  readonly title: string
  readonly text: string
  readonly platform: Platform | ''
  readonly category: Category | ''
  readonly format: Exclude<ContentFacts['format'], null | undefined> | ''
  readonly account: Exclude<ContentFacts['account'], null | undefined> | ''
  readonly commission: Exclude<ContentFacts['commission'], null | undefined> | ''
  readonly purchasePathKind: Exclude<ContentFacts['purchasePathKind'], null | undefined> | ''
  readonly label: string
  readonly filing: '' | 'none' | FilingChannel
  readonly filingReference: string
  readonly publishOn: string
  readonly usedProduct: '' | 'yes' | 'no'
  readonly aiUse: '' | 'none' | 'partly' | 'full'
  readonly aiMarked: '' | 'yes' | 'no'
  readonly productName: string
  readonly cosmeticClass: '' | 'ordinary' | 'special' | 'children'
  readonly registrationNo: string
  readonly ownBrandWords: string
}

export type FilingChannel = 'weirenwu' | 'pugongying' | 'xingtu' | 'huahuo' | 'juxing' | 'huxuan'

export const BLANK_DRAFT: DraftForm = {
  title: '',
  text: '',
  platform: '',
  category: '',
  format: '',
  account: '',
  commission: '',
  purchasePathKind: '',
  label: '',
  filing: '',
  filingReference: '',
  publishOn: '',
  usedProduct: '',
  aiUse: '',
  aiMarked: '',
  productName: '',
  cosmeticClass: '',
  registrationNo: '',
  ownBrandWords: '',
}

const orNull = <T extends string>(value: T | ''): T | null => (value === '' ? null : value)
const yesNo = (value: '' | 'yes' | 'no') => (value === '' ? null : value === 'yes')
const words = (text: string) =>
  text
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

function filingOf({ filing, filingReference }: DraftForm): ContentFacts['filing'] {
  if (filing === '') return null
  return filing === 'none' ? 'none' : { channel: filing, reference: orNull(filingReference) }
}

/** What is known of the draft, in the words of the linter. A commission is known as soon as its kind is. */
export function factsOf(form: DraftForm, id: string): ContentFacts {
  const commission = orNull(form.commission)
  const path = orNull(form.purchasePathKind)
  const ownWords = words(form.ownBrandWords)
  return {
    id,
    title: orNull(form.title),
    text: form.text,
    platform: orNull(form.platform),
    format: orNull(form.format),
    category: orNull(form.category),
    publishAt: orNull(form.publishOn),
    account: orNull(form.account),
    creator: { usedProduct: yesNo(form.usedProduct) },
    commission,
    commissioned: commission === null ? null : commission !== 'none' && commission !== 'gift_without_duty',
    purchasePathKind: path,
    purchasePath: path === null ? null : path !== 'none',
    product: {
      name: orNull(form.productName),
      cosmeticClass: orNull(form.cosmeticClass),
      registrationNo: orNull(form.registrationNo),
      ownBrandWords: ownWords.length === 0 ? null : ownWords,
    },
    ai: { use: orNull(form.aiUse), marked: yesNo(form.aiMarked) },
    label: orNull(form.label),
    filing: filingOf(form),
  }
}
