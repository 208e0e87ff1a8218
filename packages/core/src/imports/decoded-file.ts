/** A cell as the file held it: text stays text, so that "1.2万" and "--" keep their meaning until a column is mapped. */
export type Cell = string | number | boolean | null

/** One sheet or one csv: a header and data rows; `firstRow` is the record number of the first data row (1 unless rows were skipped). */
export interface Table {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A file after its bytes were understood and before its meaning is: tables, one JSON document, or one document per line. */
export type DecodedFile = {
  readonly name: string
  /** `utf-8`, `utf-8-sig`, `utf-16le`, `utf-16be`, `gb18030`, or `xlsx` for workbooks. */
  readonly encoding: string
} & (
  | { readonly shape: 'table'; readonly tables: readonly Table[] }
  | { readonly shape: 'json' | 'jsonl'; readonly documents: readonly unknown[] }
)
