const LENGTH = 8
const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** An id for a new line. By chance, not by place: a number freed by a struck line must not come back as another line. */
export function mintItemId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  return `${prefix}-${[...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('')}`
}
