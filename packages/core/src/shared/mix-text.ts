/** Mixes a text into a 32-bit hash (FNV-1a over its UTF-16 units); signed. Start with any number, or go on with the last result. */
export function mixText(start: number, text: string): number {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
