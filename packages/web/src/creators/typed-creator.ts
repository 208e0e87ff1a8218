import { newQuote, type AccountInput, type Quote } from '@kolibra/core/creators'
import type { ShareText } from '@kolibra/core/imports'
import type { CreatorType } from '@kolibra/core/shared'
import { parseCount } from '../ui/parse-number.ts'
import { parseYuan } from '../ui/format-number.ts'

/** One creator as a person types it. '' is not known. */
export interface CreatorForm {
  readonly platform: string
  readonly accountId: string
  readonly displayName: string
  readonly followers: string
  readonly type: CreatorType | ''
  readonly region: string
  readonly priceFormat: string
  readonly priceYuan: string
}

export const BLANK_CREATOR: CreatorForm = {
  platform: 'xiaohongshu',
  accountId: '',
  displayName: '',
  followers: '',
  type: '',
  region: '',
  priceFormat: '',
  priceYuan: '',
}

const NOBODY = { platform: BLANK_CREATOR.platform, accountId: '', displayName: '' }

/**
 * The form after the pasted text changed from what `before` was read from to what `read` was. A second text is of
 * somebody else until it says otherwise: who the first one named goes first, or two people would be mixed.
 */
export function fillFromShare(form: CreatorForm, before: ShareText | null, read: ShareText | null): CreatorForm {
  if (JSON.stringify(before) === JSON.stringify(read)) return form
  const kept = before === null ? form : { ...form, ...NOBODY }
  if (read === null) return kept
  const { platform, accountId, displayName } = read
  return { ...kept, platform, accountId: accountId ?? kept.accountId, displayName: displayName ?? kept.displayName }
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

function quoteOf(form: CreatorForm, source: string): Quote[] {
  const listFen = parseYuan(form.priceYuan)
  if (listFen === null) return []
  return [newQuote({ format: orNull(form.priceFormat) ?? 'post', listFen, source })]
}

/** The account to send, or null while what must be there is missing or a number is not one. */
export function accountOf(form: CreatorForm, { basis, source }: { basis: string; source: string }): AccountInput | null {
  const accountId = orNull(form.accountId)
  const followers = parseCount(form.followers)
  if (accountId === null || (form.followers.trim() !== '' && followers === null)) return null
  if (form.priceYuan.trim() !== '' && parseYuan(form.priceYuan) === null) return null
  return {
    platform: form.platform,
    accountId,
    displayName: orNull(form.displayName),
    followers,
    region: orNull(form.region),
    creatorType: form.type === '' ? null : { value: form.type, basis },
    quotes: quoteOf(form, source),
  }
}
