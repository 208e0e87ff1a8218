import type { Counts } from './use-deliverables.ts'

export const COUNT_FIELDS = ['views', 'likes', 'comments', 'shares', 'saves'] as const
export type CountField = (typeof COUNT_FIELDS)[number]

/** Counts as typed; '' is not known. */
export type CountsForm = Readonly<Record<CountField, string>>
export const BLANK_COUNTS: CountsForm = { views: '', likes: '', comments: '', shares: '', saves: '' }

const readCount = (text: string) => {
  const cleaned = text.replace(/[,，\s]/g, '')
  if (cleaned === '') return null
  return /^\d+$/.test(cleaned) ? Number(cleaned) : Number.NaN
}

/** The counts to send: `empty` when nothing was typed, `wrong` when something is no whole number. */
export function countsOf(form: CountsForm, { observedAt, source }: { observedAt: string; source: string }): Counts | 'empty' | 'wrong' {
  const values = COUNT_FIELDS.map((field) => readCount(form[field]))
  if (values.some((value) => Number.isNaN(value))) return 'wrong'
  if (values.every((value) => value === null)) return 'empty'
  const [views = null, likes = null, comments = null, shares = null, saves = null] = values
  return { views, likes, comments, shares, saves, observedAt, source }
}
