import {
  AUDIENCE_AXES,
  CORRECTABLE_TEXTS,
  correctionInputSchema,
  groupNumbers,
  QUOTE_SHARES,
  QUOTE_SUMS,
  type Account,
  type CorrectionInput,
  type MetricPlace,
  type Quote,
} from '@kolibra/core/creators'
import { parseYuan } from '../../ui/format-number.ts'
import { parseNumber } from '../../ui/parse-number.ts'

/** What one may choose to correct; `quote` is a part of a price other than the list price. */
export const CORRECTION_FIELDS = [
  ...CORRECTABLE_TEXTS,
  'creatorType',
  'ageBand',
  'followers',
  'price',
  'quote',
  'metric',
  'audience',
] as const
export type CorrectionField = (typeof CORRECTION_FIELDS)[number]
export const QUOTE_PARTS = [...QUOTE_SUMS, ...QUOTE_SHARES] as const
export type QuotePart = (typeof QUOTE_PARTS)[number]

/** The form as it is typed. `place` is the place in a list: of numbers, or of prices. */
export interface CorrectionForm {
  readonly field: CorrectionField
  readonly format: string
  readonly place: number
  readonly axis: (typeof AUDIENCE_AXES)[number]
  readonly key: string
  readonly part: QuotePart
  readonly value: string
}
export const BLANK_CORRECTION: CorrectionForm = {
  field: 'followers',
  format: '',
  place: 0,
  axis: 'gender',
  key: 'female',
  part: 'rebate',
  value: '',
}

/** A number of the account that can be corrected, in the unit it is counted in. */
export type CorrectableNumber = MetricPlace & { readonly unit: string }

/** Every number the account shows, once; followers have a field of their own. */
export function listNumbers({ metrics }: Pick<Account, 'metrics'>): CorrectableNumber[] {
  return groupNumbers(metrics)
    .filter(({ name }) => name !== 'followers')
    .map(({ name, period, noteType, flow, values }) => ({ name, period, noteType, flow, unit: values[0]?.unit ?? 'unknown' }))
}

/** Every format that has a price, filed and unfiled apart. */
export function listPriced({ quotes }: { readonly quotes: readonly Quote[] }): Pick<Quote, 'format' | 'filed'>[] {
  const seen = new Map(quotes.map(({ format, filed }) => [JSON.stringify([format, filed]), { format, filed }]))
  return [...seen.values()]
}

/** How the value is typed: one of the four types, a text, a number as it stands, yuan, or percent. */
export function unitOfForm(
  form: CorrectionForm,
  numbers: readonly CorrectableNumber[],
): 'text' | 'type' | 'age' | 'number' | 'yuan' | 'percent' {
  const { field, part, place } = form
  if (field === 'creatorType') return 'type'
  if (field === 'ageBand') return 'age'
  if (field === 'followers') return 'number'
  if (field === 'price') return 'yuan'
  if (field === 'audience') return 'percent'
  if (field === 'quote') return QUOTE_SHARES.some((share) => share === part) ? 'percent' : 'yuan'
  if (field === 'metric') return numbers[place]?.unit === 'share' ? 'percent' : 'number'
  return 'text'
}

/** A value as people type it, in the words every form of this house reads; null when it is none of its unit. */
function readValue(text: string, unit: ReturnType<typeof unitOfForm>): string | number | null {
  if (unit === 'text' || unit === 'type' || unit === 'age') return text
  if (unit === 'yuan') return parseYuan(text)
  const number = parseNumber(unit === 'percent' ? text.replaceAll(/[%％]/g, '') : text)
  return number === null || unit === 'number' ? number : Number((number / 100).toFixed(6))
}

function parse(form: CorrectionForm, account: Pick<Account, 'metrics' | 'quotes'>) {
  const numbers = listNumbers(account)
  return correctionInputSchema.safeParse({ ...placeOf(form, numbers, account), value: readValue(form.value, unitOfForm(form, numbers)) })
}

/** What was typed as the server takes it; null while it does not fit. */
export function readCorrection(form: CorrectionForm, account: Pick<Account, 'metrics' | 'quotes'>): CorrectionInput | null {
  return parse(form, account).data ?? null
}

/** Whether something is typed that is no value of its unit; what is only missing elsewhere in the form is not meant. */
export function isValueWrong(form: CorrectionForm, account: Pick<Account, 'metrics' | 'quotes'>): boolean {
  if (form.value.trim() === '') return false
  return parse(form, account).error?.issues.some(({ path }) => path[0] === 'value') ?? false
}

function placeOf(form: CorrectionForm, numbers: readonly CorrectableNumber[], account: Pick<Account, 'quotes'>) {
  const { field, format, place, axis, key, part } = form
  if (field === 'metric') {
    const { unit: _unit, ...number } = numbers[place] ?? { unit: '' }
    return { field, place: number }
  }
  if (field === 'audience') return { field, place: { axis, key } }
  if (field !== 'quote') return { field, format }
  return { field: QUOTE_SHARES.some((share) => share === part) ? 'quoteShare' : 'quoteSum', place: { ...listPriced(account)[place], part } }
}
