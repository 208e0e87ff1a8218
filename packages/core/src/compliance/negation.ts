import type { TermFinder } from './find-terms.ts'
import type { FieldHits } from './field-hits.ts'
import { BREAK } from './fold.ts'
import { findAround, firstFrom, type Stretch } from './neighbours.ts'

/** Numbers of the lists that turn a claim around; below zero where a rulebook has none. */
export interface NegationLists {
  readonly words: number
  readonly innocent: number
  readonly warnings: number
}

/** The lists by the names the engine knows them by. */
export function seekNegation({ numbers }: Pick<TermFinder, 'numbers'>): NegationLists {
  const find = (name: string) => numbers.get(name) ?? -1
  return { words: find('negation'), innocent: find('negation.not'), warnings: find('negation.sentence') }
}

const LONGEST_WORD = 40
const STOPS: ReadonlySet<string> = new Set([BREAK, ',', ':'])

// 不 turns the next word around, 不能 and 没有 the next few.
const reachOf = (negator: Stretch) => (negator.end - negator.start === 1 ? 1 : 5)

/** What turns claims of one field around. */
export class Negations {
  private readonly text: string
  private readonly words: readonly Stretch[]
  private readonly innocent: readonly Stretch[]
  private readonly warnings: readonly Stretch[]

  constructor(text: string, hits: FieldHits, lists: NegationLists) {
    this.text = text
    this.words = hits.get(lists.words)
    this.innocent = hits.get(lists.innocent)
    this.warnings = hits.get(lists.warnings)
  }

  /** Whether a claim is negated, or its sentence, whose first and last unit are given, warns against it. */
  turn(claim: Stretch, first: number, last: number): boolean {
    return this.warn(first, last) || this.negate(claim)
  }

  // A warning against a claim (“高收益理财多是骗局”) is not the claim, on whichever side of it the warning stands.
  private warn(first: number, last: number): boolean {
    if (this.warnings.length === 0) return false
    const warning = this.warnings[firstFrom(this.warnings, first)]
    return warning !== undefined && warning.start <= last
  }

  private negate({ start }: Stretch): boolean {
    if (this.words.length === 0) return false
    const isBefore = (no: Stretch) =>
      no.end <= start && start - no.end <= reachOf(no) && !this.isParted(no.end, start) && !this.isInnocent(no)
    return findAround(this.words, { position: start, first: start - LONGEST_WORD, last: start - 1 }, isBefore) !== undefined
  }

  private isParted(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (STOPS.has(this.text[at] ?? '')) return true
    return false
  }

  // 别 in 特别 negates nothing.
  private isInnocent(no: Stretch): boolean {
    const around = { position: no.start, first: no.start - LONGEST_WORD, last: no.start }
    return findAround(this.innocent, around, (word) => word.start <= no.start && no.end <= word.end) !== undefined
  }
}
