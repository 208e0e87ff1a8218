import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moveCell, nameCopied, toCells, type Cell } from './grid-keys.ts'

export interface GridColumn<Row> {
  readonly key: string
  readonly header: string
  /** Said under the header: the unit. */
  readonly unit?: string
  /** The same for a spreadsheet, where its cells hold more than is drawn. */
  readonly copiedUnit?: string
  readonly width: number
  readonly numeric?: boolean
  readonly sortable?: boolean
  readonly cell: (row: Row) => ReactNode
  /** The cell as a spreadsheet gets it. */
  readonly text: (row: Row) => string
}

export interface GridTableProps<Row> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  readonly total: number
  readonly idOf: (row: Row) => string
  readonly nameOf: (row: Row) => string
  readonly sort: { readonly column: string; readonly descending: boolean } | null
  readonly onSort: (column: string) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (id: string) => void
  readonly onOpen: (row: Row) => void
  readonly onNearEnd: () => void
}

const ROW_PX = 44
const HEADER_PX = 48
const MARK_PX = 40

const sortSign = (descending: boolean) => (descending ? ' ↓' : ' ↑')

function useGrid<Row>(props: GridTableProps<Row>) {
  const { rows, columns, total, onNearEnd } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Cell>({ row: -1, column: 0 })
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 4,
    // The header is sticky inside the scroller; without this PageDown would stop one row short.
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length < total && lastShown > rows.length - 60) onNearEnd()
  }, [lastShown, rows.length, total, onNearEnd])
  const go = (cell: Cell) => {
    setActive(cell)
    if (cell.row >= 0) virtual.scrollToIndex(cell.row)
    const column = columns[cell.column]
    if (column && scroller.current && cell.column > 0) showColumn(scroller.current, columns, cell.column)
  }
  return { scroller, active, setActive, virtual, items, go }
}

// The first column is sticky, so a column counts as hidden when it is under it.
function showColumn(scroller: HTMLDivElement, columns: readonly { width: number }[], index: number) {
  const sticky = MARK_PX + (columns[0]?.width ?? 0)
  const left = MARK_PX + columns.slice(0, index).reduce((sum, { width }) => sum + width, 0)
  const right = left + (columns[index]?.width ?? 0)
  if (left - sticky < scroller.scrollLeft) scroller.scrollLeft = left - sticky
  if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth
}

/** A table of any length: only the visible rows exist; sticky header and first column; arrows, space, enter; copy. */
export function GridTable<Row>(props: GridTableProps<Row>) {
  const { label, columns, rows, total, idOf, selected, onSelect, onOpen, onSort } = props
  const { scroller, active, setActive, virtual, items, go } = useGrid(props)
  const template = `${MARK_PX}px ${columns.map(({ width }) => `${width}px`).join(' ')}`
  const width = MARK_PX + columns.reduce((sum, column) => sum + column.width, 0)
  const act = (event: KeyboardEvent) => {
    const row = rows[active.row]
    const column = columns[active.column]
    if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === 'Enter' && active.row === -1 && column?.sortable) onSort(column.key)
    else if (event.key === ' ' && row) onSelect(idOf(row))
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && !window.getSelection()?.toString()) copyRows(props)
    else return false
    return true
  }
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const next = moveCell(active, event, { rows: rows.length, columns: columns.length, page: 12 })
    if (next) go(next)
    if (next || act(event)) event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={`cell-${active.row}-${active.column}`}
      onKeyDown={press}
    >
      <div style={{ width, height: virtual.getTotalSize() + HEADER_PX, position: 'relative' }} role="presentation">
        <HeaderRow {...props} template={template} active={active} />
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <StillRow
              key={idOf(row)}
              columns={columns}
              idOf={idOf}
              nameOf={props.nameOf}
              onOpen={onOpen}
              onSelect={onSelect}
              row={row}
              index={item.index}
              top={item.start}
              template={template}
              isSelected={selected.has(idOf(row))}
              activeColumn={active.row === item.index ? active.column : null}
              onActive={setActive}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Puts the selected rows, or all that are loaded, on the clipboard with their header. */
export function copyRows<Row>({
  columns,
  rows,
  selected,
  idOf,
}: Pick<GridTableProps<Row>, 'columns' | 'rows' | 'selected' | 'idOf'>): void {
  const wanted = selected.size === 0 ? rows : rows.filter((row) => selected.has(idOf(row)))
  const cells = [columns.map(nameCopied), ...wanted.map((row) => columns.map((column) => column.text(row)))]
  void navigator.clipboard.writeText(toCells(cells))
}

function HeaderRow<Row>({ columns, sort, onSort, template, active }: GridTableProps<Row> & { template: string; active: Cell }) {
  const { t } = useTranslation()
  return (
    <div className="grid-row grid-header" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, height: HEADER_PX }}>
      <div role="columnheader" className="grid-cell grid-mark" aria-colindex={1}>
        <span className="sr-only">{t('ui.selection')}</span>
      </div>
      {columns.map((column, index) => {
        const sorted = sort?.column === column.key ? sort : null
        return (
          <div
            key={column.key}
            id={`cell--1-${index}`}
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
            className={cellClass(column, index, active.row === -1 && active.column === index)}
          >
            {column.sortable ? (
              <button type="button" tabIndex={-1} className="grid-sort" onClick={() => onSort(column.key)}>
                {column.header}
                {sorted && <span aria-hidden>{sortSign(sorted.descending)}</span>}
              </button>
            ) : (
              <span>{column.header}</span>
            )}
            {column.unit && <span className="grid-unit">{column.unit}</span>}
          </div>
        )
      })}
    </div>
  )
}

function cellClass(column: { numeric?: boolean }, index: number, isActive: boolean): string {
  return ['grid-cell', index === 0 ? 'grid-first' : '', column.numeric ? 'grid-number' : '', isActive ? 'grid-active' : '']
    .filter(Boolean)
    .join(' ')
}

/** Drawn again only when something of its own changed. */
const StillRow = memo(BodyRow) as typeof BodyRow

interface BodyRowProps<Row> extends Pick<GridTableProps<Row>, 'columns' | 'idOf' | 'nameOf' | 'onOpen' | 'onSelect'> {
  readonly row: Row
  readonly index: number
  readonly top: number
  readonly template: string
  readonly isSelected: boolean
  readonly activeColumn: number | null
  readonly onActive: (cell: Cell) => void
}

function BodyRow<Row>(props: BodyRowProps<Row>) {
  const { columns, row, index, top, template, isSelected, activeColumn, onActive, onOpen, onSelect, idOf, nameOf } = props
  const { t } = useTranslation()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isSelected ? 'grid-row grid-selected' : 'grid-row'}
      style={{ gridTemplateColumns: template, height: ROW_PX, position: 'absolute', insetBlockStart: top }}
    >
      <div role="gridcell" className="grid-cell grid-mark" aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          onChange={() => onSelect(idOf(row))}
          aria-label={t('ui.select', { name: nameOf(row) })}
        />
      </div>
      {columns.map((column, at) => (
        <div
          key={column.key}
          id={`cell-${index}-${at}`}
          role="gridcell"
          aria-colindex={at + 2}
          className={cellClass(column, at, activeColumn === at)}
          onClick={() => {
            onActive({ row: index, column: at })
            onOpen(row)
          }}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}
