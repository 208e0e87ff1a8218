/** The refusal for text that is markup, or null. Admin panels hand out HTML tables and Excel 2003 XML under the name .xls. */
export function sniffMarkup(text: string): { code: string; looksLike?: string } | null {
  const head = text.slice(0, 4096).trimStart().toLowerCase()
  if (head.startsWith('mime-version:')) return { code: 'file.html' }
  if (!head.startsWith('<')) return null
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && head.startsWith('<?xml')) return { code: 'file.old_xls' }
  if (/<(!doctype html|html|head|body|table|meta|style|script|div)\b/.test(head)) return { code: 'file.html' }
  return /^<(\?xml|[a-z!])/.test(head) ? { code: 'file.not_recognised', looksLike: 'XML' } : null
}
