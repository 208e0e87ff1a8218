import type { ColumnMap } from './source.ts'

/** A header as printed, its bare form, and the factor its bracket states. */
export interface ReadHeader {
  readonly bare: string
  readonly scale: number
  readonly unit: string | null
}

const UNIT_SCALES: Readonly<Record<string, number>> = { 万: 1e4, w: 1e4, 千: 1e3, k: 1e3, 亿: 1e8, 元: 1, 万元: 1e4, 分: 0.01, '%': 1 }

/** Folds width, case and spaces, and takes a unit bracket off: `粉丝数（万）` → 粉丝数 × 10,000; `报价(分)` → 报价 × 0.01 yuan. */
export function readHeader(header: unknown): ReadHeader {
  const folded = foldHeader(header)
  if (folded.length > LONGEST_NAME) return { bare: folded, scale: 1, unit: null }
  const [, base = folded, unit = ''] = folded.match(/^(.+?)[([](万元|万|亿|千|元|分|w|k|%|单位:元)[)\]]$/) ?? []
  return { bare: base, scale: UNIT_SCALES[unit] ?? 1, unit: unit === '' ? null : unit }
}

// No source has a longer name. A cell of many megabytes in the first rows is none, and folding it takes seconds.
const LONGEST_NAME = 1000

/** A header for comparing: full-width folded, no spaces or line breaks, lower case. What is too long for one stays as it is. */
export function foldHeader(header: unknown): string {
  const printed = String(header ?? '')
  if (printed.length > LONGEST_NAME) return printed
  return printed
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
}

/** The forms of a header that tables are asked by: as printed, then without its unit bracket. */
export function formsOf(header: unknown): readonly [folded: string, bare: string] {
  return [foldHeader(header), readHeader(header).bare]
}

/** Finds the mapping row of a header; undefined when the source does not know it. */
export type ColumnFinder = (header: string) => ColumnMap | undefined

/** Builds the lookup once per source. */
export function makeColumnFinder(columns: readonly ColumnMap[]): ColumnFinder {
  const find = makeFormFinder(columns)
  return (header) => find(formsOf(header))
}

/** The same for whoever asks many sources about one header: folding it is most of the work. */
export function makeFormFinder(columns: readonly ColumnMap[]): (forms: ReturnType<typeof formsOf>) => ColumnMap | undefined {
  const byHeader = indexHeaders(columns)
  return ([folded, bare]) => byHeader.get(folded) ?? byHeader.get(bare)
}

// Every line of every sheet is asked of every source: folding the names of a source each time was a third of a second on the main thread.
const INDEXES = new WeakMap<readonly ColumnMap[], ReadonlyMap<string, ColumnMap>>()

/** The columns of a source by each of their folded names. */
export function indexHeaders(columns: readonly ColumnMap[]): ReadonlyMap<string, ColumnMap> {
  const held = INDEXES.get(columns)
  if (held !== undefined) return held
  const index = new Map(columns.flatMap((column) => column.headers.map((header) => [foldHeader(header), column] as const)))
  INDEXES.set(columns, index)
  return index
}
