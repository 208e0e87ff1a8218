import type { CorrectionInput } from '@kolibra/core/creators'
import { parseYuan } from '../../ui/format-number.ts'
import { parseNumber } from '../../ui/parse-number.ts'

/** Sums of a quote as a person types them in yuan. */
export const SUM_FIELDS = ['listFen', 'netFen', 'taxFen', 'slotFeeFen', 'perThousandPlaysFen'] as const
/** Shares of a quote as a person types them in per cent. */
export const SHARE_FIELDS = ['rebate', 'platformFee', 'commissionShare'] as const
type SumField = (typeof SUM_FIELDS)[number]
type ShareField = (typeof SHARE_FIELDS)[number]

/** A quote as it is typed; '' is not known. */
export interface QuoteForm extends Readonly<Record<SumField | ShareField, string>> {
  readonly format: string
  readonly filed: '' | 'yes' | 'no'
  readonly gifts: string
  readonly validUntil: string
  readonly note: string
}
export const BLANK_QUOTE: QuoteForm = {
  format: '',
  listFen: '',
  netFen: '',
  rebate: '',
  platformFee: '',
  taxFen: '',
  slotFeeFen: '',
  commissionShare: '',
  perThousandPlaysFen: '',
  filed: '',
  gifts: '',
  validUntil: '',
  note: '',
}

type Fault = 'sum' | 'share' | 'aboveList'

function readSum(text: string): number | null {
  const fen = parseYuan(text)
  return fen === null || fen < 0 ? null : fen
}

function readShare(text: string): number | null {
  const number = parseNumber(text.replaceAll(/[%％]/g, ''))
  return number === null || number < 0 || number > 100 ? null : Number((number / 100).toFixed(6))
}

/** What is wrong with what was typed, by field; a blank field is not known and not wrong. */
export function faultsOf(form: QuoteForm): Partial<Record<SumField | ShareField, Fault>> {
  const faults: Partial<Record<SumField | ShareField, Fault>> = {}
  for (const field of SUM_FIELDS) if (form[field].trim() !== '' && readSum(form[field]) === null) faults[field] = 'sum'
  for (const field of SHARE_FIELDS) if (form[field].trim() !== '' && readShare(form[field]) === null) faults[field] = 'share'
  const [list, net] = [readSum(form.listFen), readSum(form.netFen)]
  if (list !== null && net !== null && net > list) faults.netFen = 'aboveList'
  return faults
}

/** What to send; null while something is wrong or missing: a format, where it was told, and a price of any kind. */
export function quoteOf(form: QuoteForm): CorrectionInput | null {
  const has = (text: string) => text.trim() !== ''
  const isPriced = [form.listFen, form.netFen, form.perThousandPlaysFen, form.commissionShare, form.gifts].some(has)
  if (Object.keys(faultsOf(form)).length > 0 || !has(form.format) || !has(form.note) || !isPriced) return null
  return {
    field: 'quote',
    format: form.format.trim(),
    value: {
      listFen: readSum(form.listFen),
      netFen: readSum(form.netFen),
      rebate: readShare(form.rebate),
      platformFee: readShare(form.platformFee),
      taxFen: readSum(form.taxFen),
      slotFeeFen: readSum(form.slotFeeFen),
      commissionShare: readShare(form.commissionShare),
      gifts: has(form.gifts) ? form.gifts.trim() : null,
      perThousandPlaysFen: readSum(form.perThousandPlaysFen),
      filed: form.filed === '' ? null : form.filed === 'yes',
      validUntil: has(form.validUntil) ? form.validUntil : null,
      note: form.note.trim(),
    },
  }
}
