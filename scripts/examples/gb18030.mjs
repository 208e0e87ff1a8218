// The platform only decodes GB18030, so its decoder is read backwards: every two-byte pair gives one character.
function makeReverseMap() {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const text = decoder.decode(new Uint8Array([lead, trail]))
      if ([...text].length === 1 && text !== '\ufffd' && !bytesOf.has(text)) bytesOf.set(text, [lead, trail])
    }
  }
  return bytesOf
}

/** GB18030 bytes of a text; throws for a character that has no one- or two-byte code. */
export function encodeGb18030(text) {
  const bytesOf = makeReverseMap()
  const bytes = [...text].flatMap((char) => {
    if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)]
    const found = bytesOf.get(char)
    if (!found) throw new Error(`no two-byte GB18030 code for ${char}`)
    return found
  })
  return new Uint8Array(bytes)
}
