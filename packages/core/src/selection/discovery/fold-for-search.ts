/** One form for search: full-width, case and surrounding spaces do not matter. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('\u0000', ' ').trim()
}
