/** What a person chose: the order of all columns they have seen, and those they hid. */
export interface Arrangement {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}

/** Columns in the remembered order; new ones come last; the first column is the row's name and always stays first. */
export function arrangeColumns<C extends { readonly key: string }>(columns: readonly C[], { order }: Pick<Arrangement, 'order'>): C[] {
  const rank = (column: C) => {
    const at = order.indexOf(column.key)
    return at === -1 ? order.length : at
  }
  const [first, ...rest] = columns
  const sorted = rest.toSorted((a, b) => rank(a) - rank(b))
  return first ? [first, ...sorted] : []
}

/** The order after one column moved by one place; the first column is not in play. */
export function moveColumn(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const from = keys.indexOf(key)
  const to = from + by
  if (from < 1 || to < 1 || to >= keys.length) return [...keys]
  const next = [...keys]
  next.splice(from, 1)
  next.splice(to, 0, key)
  return next
}
