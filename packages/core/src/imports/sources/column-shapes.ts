import type { ColumnMap, CommentField, PostField, Target, UnitFormula } from '../source.ts'

type MetricTarget = Extract<Target, { to: 'metric' }>
type IdentityField = Extract<Target, { to: 'identity' }>['field']

/** Rows of the mapping tables, one short word each. The first header is the canonical one. */
export const identity = (field: IdentityField, ...headers: string[]): ColumnMap => ({ headers, target: { to: 'identity', field } })
export const metric = (header: string | readonly string[], target: Omit<MetricTarget, 'to'>): ColumnMap => ({
  headers: typeof header === 'string' ? [header] : header,
  target: { to: 'metric', ...target },
})
export const listPrice = (format: string, filed: boolean | null, ...headers: string[]): ColumnMap => ({
  headers,
  target: { to: 'quote', format, part: 'listFen', filed },
})
export const netPrice = (format: string, filed: boolean | null, ...headers: string[]): ColumnMap => ({
  headers,
  target: { to: 'quote', format, part: 'netFen', filed },
})
export const postField = (field: PostField, ...headers: string[]): ColumnMap => ({ headers, target: { to: 'post', field } })
export const commentField = (field: CommentField, ...headers: string[]): ColumnMap => ({ headers, target: { to: 'comment', field } })
export const dropped = (why: 'contact data' | 'not used' | 'pseudonym', ...headers: string[]): ColumnMap[] =>
  headers.map((header) => ({ headers: [header], target: { to: 'dropped', why } }))

/** CPM = price / plays × 1000, the definition every platform prints. */
export const cpmFormula = (column: string, price: string, plays: string): UnitFormula => ({
  column,
  unit: 'CNY per 1000 plays',
  formula: `${price} / ${plays} * 1000`,
  inputs: [price, plays],
  compute: ([amount = 0, count = 0]) => (amount / count) * 1000,
  money: [price],
})

/** Columns of a source that nothing is made of, and why not. */
export const leftOut = (because: string, ...headers: string[]): ColumnMap[] =>
  headers.map((header) => ({ headers: [header], target: { to: 'dropped', why: 'not used', because } }))
