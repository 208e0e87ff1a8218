/** SHA-256 as lower-case hex; passed in because core has no crypto of its own. */
export type Sha256 = (text: string) => string

/** JSON with sorted keys and without undefined, so that equal values give equal text and equal hashes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** Hash of a value's canonical JSON: what a gate's pass is bound to. */
export function hashOf(value: unknown, sha256: Sha256): string {
  return sha256(canonicalJson(value))
}
