const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff

/** Text of an XML part: entities and character references become their characters, anything else that starts with & stays. */
export function decodeXmlText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|[a-zA-Z]+);/g, (whole, reference: string) => {
    if (!reference.startsWith('#')) return NAMED[reference] ?? whole
    const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10)
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole
  })
}

/** Excel's own escape for characters that XML does not allow, `_x000D_` (ECMA-376 Part 1, 22.9.2.19). */
export function decodeSheetText(text: string): string {
  const plain = decodeXmlText(text)
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
