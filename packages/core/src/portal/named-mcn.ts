/** A company's name as two people may have typed it: width, case and spaces do not count. */
const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Whether the MCN that an account names is the company of this name; unknown is nobody's. */
export function isNamedMcn(mcn: string | null, companyName: string | null): boolean {
  if (mcn === null || companyName === null || plain(mcn) === '') return false
  return plain(mcn) === plain(companyName)
}
