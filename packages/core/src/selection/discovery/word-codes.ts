/** Words as small whole numbers; 0 is "unknown" and never a word. */
export interface WordCodes {
  readonly codes: Map<string, number>
  readonly words: (string | null)[]
}

export const startCodes = (): WordCodes => ({ codes: new Map(), words: [null] })

/** The code of a word, a new one when it was never met. */
export function codeOf(dictionary: WordCodes, word: string | null): number {
  if (word === null || word === '') return 0
  const known = dictionary.codes.get(word)
  if (known !== undefined) return known
  const code = dictionary.words.push(word) - 1
  dictionary.codes.set(word, code)
  return code
}
