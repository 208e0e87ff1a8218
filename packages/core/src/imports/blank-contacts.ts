import { foldHeader } from './match-columns.ts'
import type { ColumnMap } from './source.ts'

// Headers of contact data that no mapping table lists.
const CONTACT = /微信|手机|电话|联系|邮箱|e-?mail|phone|wechat|收货|住址|地址$/

// Who wrote a comment agreed to nothing: the key that is kept is a hash, so a rejected row gives no id back either.
const isPersonal = (target: ColumnMap['target']) =>
  (target.to === 'dropped' && target.why === 'contact data') || (target.to === 'comment' && target.field.startsWith('author'))

/** Whether a header speaks of contact data. */
export function isContactHeader(header: string): boolean {
  return CONTACT.test(foldHeader(header))
}

/** Whether a column of such a source, by its header as printed or canonical, carries contact data. */
export function makeContactTest(columns: readonly ColumnMap[]): (header: string) => boolean {
  const known = new Set(columns.flatMap(({ headers, target }) => (isPersonal(target) ? headers.map(foldHeader) : [])))
  const listed = new Set(columns.flatMap(({ headers }) => headers.map(foldHeader)))
  return (header) => {
    const folded = foldHeader(header)
    return known.has(folded) || (!listed.has(folded) && CONTACT.test(folded))
  }
}

/** The cells of a row without contact data: a rejected row is given back to be repaired, not to carry phone numbers about. */
export function blankContacts(cells: Readonly<Record<string, unknown>>, columns: readonly ColumnMap[]): Record<string, unknown> {
  const isContact = makeContactTest(columns)
  return Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, isContact(header) ? null : cell]))
}
