const STRIDE = 3
const FIRST_ROOM = 64

/** Hits as numbers in one array: three for each, so that a text with a million hits makes no million objects. */
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
    this.length += 1
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

  private grow(): void {
    const grown = new Int32Array(this.data.length * 2)
    grown.set(this.data)
    this.data = grown
  }
}
