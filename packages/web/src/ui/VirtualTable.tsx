import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'

/** A column of a table that is only read. */
export interface ReadColumn<Row> {
  readonly key: string
  readonly header: string
  /** A track of a CSS grid. */
  readonly track: string
  readonly numeric?: boolean
  readonly cell: (row: Row) => ReactNode
}

interface VirtualTableProps<Row> {
  readonly label: string
  readonly columns: readonly ReadColumn<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly minWidth: number
}

const ROW_PX = 36
const MOST_SHOWN = 12

/** A table of any length that is only read: the visible rows exist, the header stays, it scrolls in its own box. */
export function VirtualTable<Row>({ label, columns, rows, idOf, minWidth }: VirtualTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 10 })
  const template = { gridTemplateColumns: columns.map(({ track }) => track).join(' ') }
  const cellClass = (column: ReadColumn<Row>) => (column.numeric ? 'grid-cell grid-number' : 'grid-cell')
  return (
    <div
      ref={scroller}
      className="virtual-table"
      style={{ height: ROW_PX * (1 + Math.min(rows.length, MOST_SHOWN)) + 4 }}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
    >
      <div style={{ minWidth }} role="rowgroup">
        <div role="row" aria-rowindex={1} className="grid-row grid-header" style={{ ...template, height: ROW_PX }}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={cellClass(column)}>
              {column.header}
            </div>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <div
                key={idOf(row)}
                role="row"
                aria-rowindex={item.index + 2}
                className="grid-row"
                style={{ ...template, height: ROW_PX, position: 'absolute', insetBlockStart: item.start }}
              >
                {columns.map((column) => (
                  <div key={column.key} role="cell" className={cellClass(column)}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
