/** One field of a brief as it is shown beside another: empty is a dash, a list its entries. */
export function tellValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '✓' : '—'
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
