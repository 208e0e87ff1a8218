import type { Localized } from '../shared/index.ts'

// A header of our own begins so: a repaired file that is imported again is the table it was, whatever stands behind its columns.
const OWN = /^Kolibra[:：]/

/** The columns that stand behind the original ones in a file of rejected records, in this order. */
export const REJECT_HEADERS: readonly Localized[] = [
  { en: 'Kolibra: reason', zh: 'Kolibra：原因' },
  { en: 'Kolibra: taken', zh: 'Kolibra：是否采用' },
  { en: 'Kolibra: code', zh: 'Kolibra：代码' },
  { en: 'Kolibra: column', zh: 'Kolibra：列' },
  { en: 'Kolibra: record', zh: 'Kolibra：记录序号' },
]

/** Whether a column was added by us to a file of rejected records. */
export function isRejectHeader(header: string): boolean {
  return OWN.test(header)
}
