type Group = Readonly<Record<string, unknown>>
/** A row of a list that has a name of its own. */
export type Item = Group & { readonly id: string }

/** An object of fields. */
export const isGroup = (value: unknown): value is Group => value !== null && typeof value === 'object' && !Array.isArray(value)
const isItem = (value: unknown): value is Item => isGroup(value) && typeof value['id'] === 'string'
/** A list whose rows are found by their ids. */
export const isItems = (value: unknown): value is readonly Item[] => Array.isArray(value) && value.every(isItem)

/** A copy with another value at a path that leads through field names and ids of items; null strikes an item, a new one is added. */
export function setAt(value: unknown, path: readonly string[], next: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return next
  if (!isItems(value)) return isGroup(value) ? { ...value, [name]: setAt(value[name], rest, next) } : value
  const isThere = value.some(({ id }) => id === name)
  if (!isThere) return next === null ? value : [...value, next]
  return value.map((item) => (item.id === name ? setAt(item, rest, next) : item)).filter((item) => item !== null)
}
