/** Anything that questions, playbacks and differences can point at. */
interface Named {
  readonly id: string
}

/**
 * Gives every unnamed item an id: the list's prefix and the smallest free number. Old files named nothing; their items are named by
 * place, so that the same file always reads the same.
 */
export function nameItems<T extends Named>(prefix: string, items: readonly T[], taken: Set<string>): T[] {
  let number = 0
  const nextFree = () => {
    do number += 1
    while (taken.has(`${prefix}${number}`))
    return `${prefix}${number}`
  }
  return items.map((item) => {
    if (item.id !== '') return item
    const id = nextFree()
    taken.add(id)
    return { ...item, id }
  })
}

/** Ids that stand twice, each once. */
export function listRepeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))]
}
