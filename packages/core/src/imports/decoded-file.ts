/** One cell as a reader hands it over; dates come as the wall-clock text the sheet shows. */
export type Cell = string | number | boolean | null

/** One sheet, or the whole of a CSV file. `header` is its first row that holds anything. */
export interface Table {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A file after its bytes were understood and before anything in it was. `encoding` as sniffed, `xlsx` or `xls` for workbooks. */
export type DecodedFile =
  | { readonly name: string; readonly encoding: string; readonly shape: 'table'; readonly tables: readonly Table[] }
  | { readonly name: string; readonly encoding: string; readonly shape: 'json'; readonly documents: readonly unknown[] }
  | { readonly name: string; readonly encoding: string; readonly shape: 'jsonl'; readonly documents: readonly unknown[] }
