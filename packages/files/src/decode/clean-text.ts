const LONE_SURROGATES = /\p{Surrogate}/gu

/** A text without what no database keeps: NUL goes, half of a surrogate pair becomes U+FFFD. */
export function cleanText(text: string): string {
  if (!text.includes('\0') && text.search(LONE_SURROGATES) < 0) return text
  return text.replaceAll('\0', '').replaceAll(LONE_SURROGATES, '\ufffd')
}
