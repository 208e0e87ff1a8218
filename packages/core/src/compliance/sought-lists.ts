import type { Context, TermsDetector } from './rule-entry.ts'

const names = new WeakMap<readonly string[], string>()

/** Words written in a detector itself become a list of this name, made once. */
export function inlineList(words: readonly string[]): string {
  const known = names.get(words)
  if (known !== undefined) return known
  const name = `=${words.join('|')}`
  names.set(words, name)
  return name
}

/** A context with its lists by number. */
export interface SoughtContext {
  readonly lists: readonly number[]
  readonly within: Context['within']
  readonly side: Context['side']
}

/** What a detector of terms asks of a text, its lists by number: a name would be looked up at every text. */
export interface SoughtTerms {
  readonly find: readonly number[]
  readonly near: readonly SoughtContext[]
  readonly unless: readonly SoughtContext[]
  readonly negation: boolean
}

/** Numbers the lists of a detector, inline words last; every list must be known. */
export function seekTerms({ find, words, near, unless, negation }: TermsDetector, numbers: ReadonlyMap<string, number>): SoughtTerms {
  return {
    find: numberLists({ any: find, words }, numbers),
    near: near.map((context) => seekContext(context, numbers)),
    unless: unless.map((context) => seekContext(context, numbers)),
    negation,
  }
}

/** Numbers the lists of a context. */
export function seekContext(context: Context, numbers: ReadonlyMap<string, number>): SoughtContext {
  return { lists: numberLists(context, numbers), within: context.within, side: context.side }
}

function numberLists({ any, words }: Pick<Context, 'any' | 'words'>, numbers: ReadonlyMap<string, number>): number[] {
  return [...any, ...(words.length > 0 ? [inlineList(words)] : [])].flatMap((name) => numbers.get(name) ?? [])
}
