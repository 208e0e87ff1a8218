/** Rows whose text stands in one string: short enough to rebuild at once, long enough to search fast. */
const BLOCK_ROWS = 2048
/** Never typed by anybody: keeps a search from running over the end of a text. */
const END = '\u0000'

/** Texts of up to 2,048 rows: apart while rows are being put, joined as soon as one searches. */
type Block =
  | { readonly isJoined: false; readonly texts: string[] }
  | { readonly isJoined: true; readonly text: string; readonly starts: Uint32Array }

/** A text per row: a million strings of their own would keep the garbage collector busy. None holds NUL. */
export type TextRows = Block[]

/** Replaces the text of a row, which may be one past the end. */
export function putText(blocks: TextRows, row: number, text: string): void {
  const at = Math.floor(row / BLOCK_ROWS)
  const block = blocks[at]
  const texts = block === undefined ? [] : block.isJoined ? block.text.split(END) : block.texts
  texts[row % BLOCK_ROWS] = text
  blocks[at] = { isJoined: false, texts }
  // Rows mostly come in order: a block that is full is joined at once, not all of them by the first search.
  if (row % BLOCK_ROWS === BLOCK_ROWS - 1) joinBlock(blocks, at)
}

/** The text of a row; empty where none was put. */
export function textAt(blocks: TextRows, row: number): string {
  const block = blocks[Math.floor(row / BLOCK_ROWS)]
  const at = row % BLOCK_ROWS
  if (block === undefined) return ''
  if (!block.isJoined) return block.texts[at] ?? ''
  const next = block.starts[at + 1]
  return block.text.slice(block.starts[at], next === undefined ? undefined : next - END.length)
}

/** Calls back for each row that contains the words, in order. */
export function findRows(blocks: TextRows, words: string, onRow: (row: number) => void): void {
  for (let at = 0; at < blocks.length; at++) {
    const { text, starts } = joinBlock(blocks, at)
    let row = 0
    for (let hit = text.indexOf(words); hit !== -1;) {
      while ((starts[row + 1] ?? Infinity) <= hit) row++
      onRow(at * BLOCK_ROWS + row)
      const next = starts[row + 1]
      hit = next === undefined ? -1 : text.indexOf(words, next)
    }
  }
}

function joinBlock(blocks: TextRows, at: number): { readonly text: string; readonly starts: Uint32Array } {
  const block = blocks[at] ?? { isJoined: false, texts: [] }
  if (block.isJoined) return block
  const starts = new Uint32Array(block.texts.length)
  for (let row = 1; row < starts.length; row++) starts[row] = (starts[row - 1] ?? 0) + (block.texts[row - 1]?.length ?? 0) + END.length
  const joined = { isJoined: true as const, text: block.texts.join(END), starts }
  blocks[at] = joined
  return joined
}

/** Bytes of the texts and where they start. */
export function sizeOfText(blocks: TextRows): number {
  const sizes = blocks.map((_, at) => joinBlock(blocks, at)).map(({ text, starts }) => 2 * text.length + starts.byteLength)
  return sizes.reduce((sum, size) => sum + size, 0)
}
