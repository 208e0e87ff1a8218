/**
 * Path of the first text, key or file name in `data` that PostgreSQL cannot keep (NUL, or half of a surrogate pair), written
 * `brief.background.en`; null when there is none. Told at the boundary it names the field; told by the database it would be a bug.
 */
export function findUnkeepable(data: unknown, path = ''): string | null {
  if (typeof data === 'string') return isKeepable(data) ? null : path
  if (data instanceof File) return isKeepable(data.name) ? null : path
  if (typeof data !== 'object' || data === null) return null
  for (const [key, value] of Object.entries(data)) {
    const place = path === '' ? key : `${path}.${key}`
    const found = isKeepable(key) ? findUnkeepable(value, place) : path
    if (found !== null) return found
  }
  return null
}

const isKeepable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
