const STRIDE = 4
const FIRST_ROOM = 64
const BY_SOUND = 1
const STRUCK = 2

/** Hits as numbers in one array: four for each, so that a text with a million hits makes no million objects. */
export class HitList {
  length = 0
  private data = new Int32Array(STRIDE * FIRST_ROOM)

  clear(): void {
    this.length = 0
  }

  push(term: number, start: number, end: number): void {
    const at = this.length * STRIDE
    if (at === this.data.length) this.grow()
    this.data[at] = term
    this.data[at + 1] = start
    this.data[at + 2] = end
    this.data[at + 3] = 0
    this.length += 1
  }

  /** A hit whose characters only sound like the term. */
  pushBySound(term: number, start: number, end: number): void {
    this.push(term, start, end)
    this.data[this.length * STRIDE - 1] = BY_SOUND
  }

  /** Takes over a hit of another list with another span. */
  copy(from: HitList, index: number, { start, end }: { start: number; end: number }): void {
    if (from.isBySound(index)) this.pushBySound(from.term(index), start, end)
    else this.push(from.term(index), start, end)
  }

  /** True when this very hit is among the last ones, those of the same start. */
  endsWith(term: number, start: number, end: number): boolean {
    for (let index = this.length - 1; index >= 0 && this.start(index) === start; index -= 1)
      if (this.term(index) === term && this.end(index) === end) return true
    return false
  }

  /** Index of the term in its table. */
  term(index: number): number {
    return this.data[index * STRIDE] ?? 0
  }

  start(index: number): number {
    return this.data[index * STRIDE + 1] ?? 0
  }

  end(index: number): number {
    return this.data[index * STRIDE + 2] ?? 0
  }

  isBySound(index: number): boolean {
    return this.data[index * STRIDE + 3] === BY_SOUND
  }

  /** Marks a hit as chance; it keeps its place. */
  strike(index: number): void {
    this.data[index * STRIDE + 3] = STRUCK
  }

  isStruck(index: number): boolean {
    return this.data[index * STRIDE + 3] === STRUCK
  }

  private grow(): void {
    const grown = new Int32Array(this.data.length * 2)
    grown.set(this.data)
    this.data = grown
  }
}
