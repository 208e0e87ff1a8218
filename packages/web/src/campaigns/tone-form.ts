import type { ToneTarget } from '@kolibra/core/creators'

/** What of a tone is wished as a range, in the order of the form. */
export const TONE_RANGES = ['sentenceLength', 'emojiPer100', 'humourPer1000', 'salesPer1000'] as const
export const TONE_ADDRESSES = ['polite', 'plain', 'sisters', 'family'] as const

type ToneRange = (typeof TONE_RANGES)[number]

interface RangeForm {
  readonly least: string
  readonly most: string
}

/** A wished tone as typed; '' is not wished. */
export type ToneForm = Readonly<Record<ToneRange, RangeForm>> & { readonly address: '' | NonNullable<ToneTarget['address']> }

/** The wish as a form, to be changed. */
export function formOfTone(tone: ToneTarget | null): ToneForm {
  const range = (name: ToneRange) => ({ least: String(tone?.[name]?.[0] ?? ''), most: String(tone?.[name]?.[1] ?? '') })
  return {
    sentenceLength: range('sentenceLength'),
    emojiPer100: range('emojiPer100'),
    humourPer1000: range('humourPer1000'),
    salesPer1000: range('salesPer1000'),
    address: tone?.address ?? '',
  }
}

/** Whether a range can be saved: both ends or neither, and the least no more than the most. */
export function isRangeWrong({ least, most }: RangeForm): boolean {
  if (least.trim() === '' && most.trim() === '') return false
  const [low, high] = [readCount(least), readCount(most)]
  return low === null || high === null || low > high
}

/** The wish to be saved: null when nothing is wished, undefined while a range is wrong. */
export function toneOf(form: ToneForm): ToneTarget | null | undefined {
  if (TONE_RANGES.some((name) => isRangeWrong(form[name]))) return undefined
  const ranges = TONE_RANGES.flatMap((name) => {
    const [low, high] = [readCount(form[name].least), readCount(form[name].most)]
    return low === null || high === null ? [] : [[name, [low, high]] as const]
  })
  if (ranges.length === 0 && form.address === '') return null
  return { ...Object.fromEntries(ranges), ...(form.address === '' ? {} : { address: form.address }) }
}

function readCount(text: string): number | null {
  const digits = text.normalize('NFKC').trim()
  return /^\d{1,6}(\.\d+)?$/.test(digits) ? Number(digits) : null
}
