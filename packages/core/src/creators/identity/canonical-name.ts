// Words that say which account this is, not who the person is.
const BADGES = /官方账号|官方|本人|唯一号|唯一账号|official/g

/** A name as far as it tells people apart: without width, case, spaces, signs, emoji and badges. Null when too little is left to say anything. */
export function canonicalName(name: string | null): string | null {
  if (name === null) return null
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(BADGES, '')
  const isTooShort = /^[\u0020-\u024f]*$/.test(plain) ? plain.length < 4 : plain.length < 2
  return isTooShort ? null : plain
}

/** A handle or id as it is compared: trimmed, lower case, without a leading @. Null below five characters. */
export function canonicalHandle(handle: string | null): string | null {
  const plain = handle?.normalize('NFKC').trim().toLowerCase().replace(/^@/, '') ?? ''
  return plain.length < 5 || /\s/.test(plain) ? null : plain
}

const WORD = /[a-z0-9][a-z0-9_.-]{4,63}/g

/** Handles and ids that a text mentions, links included: runs of Latin letters and digits with at least five characters. */
export function mentionedHandles(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? []
  return [...new Set(words.map((word) => word.replace(/[.-]+$/, '')))].filter((word) => word.length >= 5)
}
