const [OPENS, CLOSES] = [0x3c, 0x3e]
const SPANS: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
]

/** Whether a `<` stands inside a tag, as in no XML: over eight million of them the library would think for ten seconds. */
export function hasStrayBracket(xml: Buffer): boolean {
  for (let at = xml.indexOf(OPENS); at !== -1;) {
    const span = SPANS.find(([start]) => xml.subarray(at, at + start.length).equals(Buffer.from(start)))
    const end = span === undefined ? xml.indexOf(CLOSES, at) : xml.indexOf(span[1], at)
    const next = xml.indexOf(OPENS, at + 1)
    if (next === -1) return false
    if (span === undefined && (end === -1 || next < end)) return true
    if (end === -1) return false
    at = span === undefined ? next : xml.indexOf(OPENS, end)
  }
  return false
}
