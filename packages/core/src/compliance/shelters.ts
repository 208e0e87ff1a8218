import type { Stretch } from './neighbours.ts'

// No sheltering word is longer, and of a hostile crowd of them only the nearest are looked at.
const LONGEST_WORD = 40
const REACH = 32

/** Words inside which no term counts, sorted by start. They are asked from left to right. */
export class Shelters {
  private readonly sorted: readonly Stretch[]
  // The first shelter that starts no earlier than what was asked for last.
  private next = 0

  constructor(sorted: readonly Stretch[]) {
    this.sorted = sorted
  }

  /** Whether a shelter covers a term and is longer than it: a word may be a term and an everyday word at once (加盟). */
  cover(start: number, end: number): boolean {
    const { sorted } = this
    while (this.next < sorted.length && (sorted[this.next]?.start ?? 0) < start) this.next += 1
    for (let at = this.next; at < this.next + REACH && sorted[at]?.start === start; at += 1) if ((sorted[at]?.end ?? 0) > end) return true
    for (let at = this.next - 1; at >= this.next - REACH; at -= 1) {
      const shelter = sorted[at]
      if (shelter === undefined || start - shelter.start > LONGEST_WORD) return false
      if (shelter.end >= end) return true
    }
    return false
  }
}
