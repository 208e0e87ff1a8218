/** The active cell of a grid. Row -1 is the header; column 0 is the first one. */
export interface Cell {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that PageUp and PageDown move. */
  readonly page: number
}

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))

/** Where a key leads (ARIA grid pattern); null when the key is not one of the grid's. */
export function moveCell({ row, column }: Cell, press: { key: string; ctrlKey: boolean }, { rows, columns, page }: GridSize): Cell | null {
  const last = { row: rows - 1, column: columns - 1 }
  const to = (nextRow: number, nextColumn: number) => ({ row: within(nextRow, -1, last.row), column: within(nextColumn, 0, last.column) })
  const moves: Record<string, () => Cell> = {
    ArrowDown: () => to(row + 1, column),
    ArrowUp: () => to(row - 1, column),
    ArrowRight: () => to(row, column + 1),
    ArrowLeft: () => to(row, column - 1),
    PageDown: () => to(row + page, column),
    PageUp: () => to(row - page, column),
    Home: () => (press.ctrlKey ? to(0, 0) : to(row, 0)),
    End: () => (press.ctrlKey ? to(last.row, last.column) : to(row, last.column)),
  }
  return moves[press.key]?.() ?? null
}

/** Rows as a spreadsheet takes them from the clipboard: tabs and line ends inside a cell become spaces. */
export function toCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}

/** The header of a column as a spreadsheet gets it: one line, the unit in brackets. */
export function nameCopied({ header, unit, copiedUnit = unit }: { header: string; unit?: string; copiedUnit?: string }): string {
  return copiedUnit === undefined ? header : `${header} (${copiedUnit})`
}
