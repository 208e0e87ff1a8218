/** Conditions on our own work with a creator, as the address holds them; the server takes the same shape. Days are Shanghai days. */
export interface OwnWork {
  readonly pastWork?: 'worked' | 'never'
  /** null among them: no brand is known. */
  readonly brands?: readonly (string | null)[]
  readonly freeOn?: DaysAsked
  readonly clearOf?: DaysAsked & { readonly brand: string; readonly competitors: readonly string[] }
  readonly shortlist?: string
}
export interface DaysAsked {
  readonly from: string
  readonly to: string
  /** Whether those of whom nothing is held are let through. */
  readonly unknown: boolean
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const DAY = /^\d{4}-\d{2}-\d{2}$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readDays(value: unknown): DaysAsked | null {
  if (!isRecord(value)) return null
  const { from, to, unknown } = value
  if (!isText(from) || !isText(to) || !DAY.test(from) || !DAY.test(to) || from > to) return null
  return { from, to, unknown: unknown !== false }
}

/** Reads the conditions from an address; what does not fit is dropped, so an old link still opens. */
export function readOwnWork(value: unknown): OwnWork {
  if (!isRecord(value)) return {}
  const { pastWork, shortlist } = value
  const brands = Array.isArray(value['brands']) ? value['brands'].filter((brand) => brand === null || isText(brand)) : []
  const freeOn = readDays(value['freeOn'])
  const clear = readDays(value['clearOf'])
  const wanted = isRecord(value['clearOf']) ? value['clearOf'] : {}
  const competitors = Array.isArray(wanted['competitors']) ? wanted['competitors'].filter(isText) : []
  return {
    ...(pastWork === 'worked' || pastWork === 'never' ? { pastWork } : {}),
    ...(brands.length > 0 ? { brands } : {}),
    ...(freeOn ? { freeOn } : {}),
    ...(clear && isText(wanted['brand']) ? { clearOf: { ...clear, brand: wanted['brand'], competitors } } : {}),
    ...(isText(shortlist) && UUID.test(shortlist) ? { shortlist } : {}),
  }
}

/** The conditions with one of them set, or let go of where the value is undefined. */
export function setOwn(own: OwnWork, change: { readonly [key in keyof OwnWork]?: OwnWork[key] | undefined }): OwnWork {
  return readOwnWork({ ...own, ...change })
}
