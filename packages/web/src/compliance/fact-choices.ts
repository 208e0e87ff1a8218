import { CATEGORY_LIST, PLATFORM_LIST } from '../ui/choices.ts'

/** The platforms' own order desks, through which an order is filed. */
export const FILING_CHANNELS = ['pugongying', 'xingtu', 'weirenwu', 'huahuo', 'juxing', 'huxuan'] as const

/** The answers a fact can have, and the part of the catalogue that names them. */
export const FACT_CHOICES = {
  platform: { group: 'platform', values: PLATFORM_LIST },
  category: { group: 'category', values: CATEGORY_LIST },
  format: { group: 'format', values: ['post', 'note', 'article', 'video', 'live', 'comment'] },
  account: { group: 'account', values: ['creator', 'brand', 'hospital', 'bank', 'media'] },
  commission: { group: 'commission', values: ['none', 'fee', 'affiliate', 'gift_with_duty', 'gift_without_duty'] },
  purchasePathKind: { group: 'path', values: ['none', 'platform_shop', 'outside_link', 'qr', 'code', 'comment'] },
  filing: { group: 'filing', values: ['none', ...FILING_CHANNELS] },
  cosmeticClass: { group: 'cosmeticClass', values: ['ordinary', 'special', 'children'] },
  aiUse: { group: 'ai', values: ['none', 'partly', 'full'] },
} as const
