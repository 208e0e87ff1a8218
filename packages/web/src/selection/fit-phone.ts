/** What a person looks for first, in the widths that stand side by side on a screen of 390. */
const SEEN_FIRST: ReadonlyMap<string, number> = new Map([
  ['name', 110],
  ['followers', 86],
  ['priceFen', 128],
])

/** The columns for a phone: who, how many follow, what it costs; the others further right, as they were. */
export function fitPhone<Column extends { readonly key: string; readonly width: number }>(columns: readonly Column[]): Column[] {
  const first = [...SEEN_FIRST].flatMap(([key, width]) =>
    columns.filter((column) => column.key === key).map((column) => ({ ...column, width })),
  )
  return [...first, ...columns.filter(({ key }) => !SEEN_FIRST.has(key))]
}
