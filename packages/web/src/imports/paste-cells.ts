/** A cell of a copied table; a merged one covers several places. */
export interface CopiedCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

// Beyond this no one copies by hand; a table that claims more is not laid out.
const MOST_PLACES = 2_000_000

/**
 * The rows of a copied table with every cell in its column. Of a merged cell only the first place holds the text, as in a workbook. Null for a
 * table that claims more places than one can copy.
 */
export function layOutCells(table: readonly (readonly CopiedCell[])[]): string[][] | null {
  // Per column, how many rows from here on a merged cell from above still covers.
  const covered: number[] = []
  const rows: string[][] = []
  let places = 0
  for (const cells of table) {
    const row: string[] = []
    const skipCovered = () => {
      while ((covered[row.length] ?? 0) > 0) row.push('')
    }
    const fresh = new Map<number, number>()
    for (const { text, columns, rows: height } of cells) {
      skipCovered()
      places += columns
      if (places > MOST_PLACES) return null
      for (let at = 0; at < columns; at += 1) {
        fresh.set(row.length, height)
        row.push(at === 0 ? text : '')
      }
    }
    skipCovered()
    covered.forEach((left, column) => (covered[column] = Math.max(0, left - 1)))
    fresh.forEach((height, column) => (covered[column] = height - 1))
    rows.push(row)
  }
  return rows
}

const quote = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as a spreadsheet writes them to the clipboard: tabs between cells, quotes around those with tabs, quotes or line breaks. */
export const writeBlock = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(quote).join('\t')).join('\n')
