type Fields = Readonly<Record<string, unknown>>

/** An object somewhere inside a stored response, and what stands around it. */
export interface FoundObject {
  readonly fields: Fields
  /** Names of the keys that lead to it and of the end-points around it, folded: `data/core_data` and `coreData` read alike. */
  readonly place: string
  /** Plain values of the objects around it, of their `params`, and of the query of their `url`; the nearest wins. */
  readonly around: Fields
}

const DEEPEST = 12
const REQUESTS = ['params', 'query', 'request', 'args']

/** Every object inside the documents that `isWanted`; those inside one that was found are looked at too. */
export function findObjects(documents: readonly unknown[], isWanted: (fields: Fields) => boolean): FoundObject[] {
  const found: FoundObject[] = []
  const walk = (value: unknown, at: Omit<FoundObject, 'fields'>, depth: number): void => {
    if (depth > DEEPEST || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) return value.forEach((item) => walk(item, at, depth + 1))
    const fields = value as Fields
    const here = { place: `${at.place}/${endpointOf(fields['url'])}`, around: { ...at.around, ...saidBy(fields) } }
    if (isWanted(fields)) found.push({ fields, ...here })
    for (const [key, item] of Object.entries(fields)) walk(item, { ...here, place: `${here.place}/${foldKey(key)}` }, depth + 1)
  }
  walk(documents, { place: '', around: {} }, 0)
  return found
}

const foldKey = (key: string) => key.replaceAll('_', '').toLowerCase()
const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
const plainOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, item]) => isPlain(item)))
    : {}

function saidBy(fields: Fields): Fields {
  const requests = REQUESTS.map((key) => plainOf(fields[key]))
  return Object.assign({}, plainOf(fields), queryOf(fields['url']), ...requests) as Fields
}

function queryOf(url: unknown): Fields {
  const [, query = ''] = typeof url === 'string' ? url.split('?') : []
  return Object.fromEntries([...query.matchAll(/([^=&#]+)=([^&#]*)/g)].map(([, key = '', value = '']) => [key, value]))
}

// The last word of a path: …/data_v3/notes_rate?userId=… is of notesRate.
function endpointOf(url: unknown): string {
  return typeof url === 'string' ? foldKey(url.split(/[?#]/)[0]?.split('/').at(-1) ?? '') : ''
}
