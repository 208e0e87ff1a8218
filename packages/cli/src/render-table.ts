/** Width of a text in a terminal: Chinese characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1),
    0,
  )
}

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** A plain table: two spaces between columns, a rule under the titles. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map(({ title }) => title)
  const widths = titles.map((title, at) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[at] ?? ''))))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)))
        return columns[at]?.align === 'right' ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd()
  return [line(titles), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].map((text) => `  ${text}\n`).join('')
}
