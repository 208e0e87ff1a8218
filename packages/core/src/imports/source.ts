import type { Cell, DecodedFile } from './decoded-file.ts'
import type { Steps } from './steps.ts'

/** What a column says, for the mapping tables. One header may only have one meaning per source. */
export type Target =
  | {
      readonly to: 'identity'
      readonly field: 'accountId' | 'handle' | 'displayName' | 'region' | 'mcn' | 'verification' | 'gender' | 'ageBand' | 'bio'
    }
  | { readonly to: 'profileUrl' | 'followers' | 'categories' | 'platform' | 'observedAt' | 'rebate' | 'ecomLevel' | 'ownShop' | 'gmvRange' }
  | {
      readonly to: 'metric'
      readonly name: string
      readonly unit: string
      /** `percentText` columns print percent with or without a sign; `shareAndCount` prints `42.64% | 192745`. */
      readonly reads?: 'number' | 'percentText' | 'shareAndCount' | undefined
      readonly period?: string | undefined
      readonly noteType?: 'everyday' | 'sponsored' | 'all' | undefined
      readonly flow?: 'all' | 'natural' | 'paid' | undefined
      readonly definition?: string | undefined
      /** End-point or sheet the number stands in, where a file holds several. */
      readonly tab?: string
      readonly signed?: boolean
    }
  | {
      readonly to: 'quote'
      readonly format: string
      readonly part: 'listFen' | 'netFen' | 'perThousandPlaysFen'
      readonly filed: boolean | null
    }
  | { readonly to: 'validUntil'; readonly format: string }
  | { readonly to: 'audienceShare'; readonly axis: 'gender' | 'age'; readonly key: string }
  | { readonly to: 'audienceText'; readonly axis: 'gender' | 'age' | 'province' }
  | { readonly to: 'post'; readonly field: PostField }
  | { readonly to: 'recentPosts' }
  | { readonly to: 'cooperation' }
  /** Brands a creator worked with, one or several in a cell. */
  | { readonly to: 'brands' }
  | { readonly to: 'comment'; readonly field: CommentField }
  | { readonly to: 'seriesDay' }
  | { readonly to: 'seriesSubject'; readonly kind: string }
  /** `exactCount`: a whole number to the last digit, or the row is none. */
  | { readonly to: 'series'; readonly metric: string; readonly unit: string; readonly reads?: 'percentText' | 'exactCount' | undefined }
  /** A file of lines, each of which says itself what it is of. */
  | { readonly to: 'seriesLine'; readonly field: SeriesLineField }
  /** `because`: what speaks against using it, for people who look for the number. */
  | { readonly to: 'dropped'; readonly why: 'contact data' | 'not used' | 'pseudonym'; readonly because?: string }

/** Where a column of a comment export goes. `authorId` is hashed before anything is kept, `authorHash` is a hash already. */
export type CommentField = 'commentId' | 'postId' | 'parentId' | 'at' | 'text' | 'authorId' | 'authorHash' | 'likes'

/** Where a column of a file of lines goes, beside the day. */
export type SeriesLineField = 'subject' | 'metric' | 'unit' | 'value' | 'source' | 'observedAt'

/** Where a column of a post export goes. */
export type PostField =
  | 'postId'
  | 'accountId'
  | 'authorHash'
  | 'url'
  | 'publishedAt'
  | 'format'
  | 'title'
  | 'text'
  | 'observedAt'
  | 'views'
  | 'likes'
  | 'comments'
  | 'shares'
  | 'saves'
  | 'danmaku'
  | 'coins'

/** One row of a mapping table: the header first as the source prints it, then its synonyms. */
export interface ColumnMap {
  readonly headers: readonly string[]
  readonly target: Target
}

/**
 * A claim that arithmetic can test on every row that carries all inputs. Several rows with one `column` are alternatives: the source
 * does not say which definition it uses, so only a power of ten between them (a wrong unit) contradicts, and agreement with one proves.
 */
export interface UnitFormula {
  readonly column: string
  readonly unit: string
  readonly formula: string
  readonly inputs: readonly string[]
  readonly compute: (inputs: readonly number[]) => number
  /** Money columns of the formula: proved or contradicted together with `column`. */
  readonly money: readonly string[]
  /** Money columns of the same list: nothing proves them, but they are as bad as `money` when the formula fails. */
  readonly sameSource?: readonly string[]
  /** False when the ratio has no unit: agreement then says nothing about the money's unit. */
  readonly provesMoney?: boolean
  readonly isCandidate?: boolean
}

/** One data row, under the headers of its source. `fault`: the row cannot be read at all. */
export interface SourceRecord {
  readonly record: number
  readonly cells: Readonly<Record<string, unknown>>
  /** One cell without making `cells` first; rows of tables have it. */
  readonly cellAt?: (column: string) => unknown
  /** The cells in the order of the file under the headers it prints; rows of tables have it. */
  readonly asPrinted?: () => readonly (readonly [string, Cell])[]
  /** Factors of its own table, where another of the file may state others. */
  readonly scales?: Readonly<Record<string, number>>
  readonly fault?: RecordFault | undefined
}

/** Why a record cannot be taken. */
export interface RecordFault {
  readonly code: string
  readonly column: string | null
  readonly value: string | null
}

/** A record's cell under a canonical header; undefined where it has none. */
export function cellOf(record: SourceRecord, column: string): unknown {
  return record.cellAt === undefined ? record.cells[column] : record.cellAt(column)
}

/** What a record's numbers under a column are multiplied by; undefined where nothing says it. */
export function scaleOf(record: SourceRecord, column: string, { scales }: Pick<ReadingFacts, 'scales'>): number | undefined {
  return (record.scales ?? scales)[column]
}

/** What a source made of a file before anything was mapped. */
export interface SourceReading extends ReadingFacts {
  readonly records: readonly SourceRecord[]
}

/** What all records of a file share. */
export interface ReadingFacts {
  /** Every column met: canonical where the source knows it, else as printed. */
  readonly columns: readonly string[]
  /** The same headers as printed: a synonym can say more than its canonical form (抖音号 is no 小红书号). */
  readonly printed: readonly string[]
  readonly notes: readonly string[]
  /** Factors that headers state: `粉丝(万)` → 10,000. */
  readonly scales: Readonly<Record<string, number>>
  readonly fromSheet: boolean
}

/** How a source wants its tables found. */
export interface TableReading {
  readonly columns: readonly ColumnMap[]
  /** Headers (canonical) without which the table is another one; an inner list means one of them. */
  readonly required: readonly (readonly string[])[]
  /** What numbers of a column are multiplied by, where a person says so; stronger than what a header states. */
  readonly scales?: Readonly<Record<string, number>>
  /** Complete header rows of other versions, for rows appended under an old header. */
  readonly versions?: readonly (readonly string[])[]
  /** Whether cells stand under the headers they belong to; needed where `versions` are. */
  readonly fits?: (cells: Readonly<Record<string, unknown>>) => boolean
}

/** One kind of export: recognise → read → map (`columns`) → prove units (`formulas`) → normalise (by `holds`). */
export interface Source {
  readonly id: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly holds: 'accounts' | 'posts' | 'comments' | 'series'
  /** Null: the file says it per row or through its id columns. */
  readonly platform: string | null
  readonly audienceBasis: 'followers' | 'viewers'
  /** Of whom every row of a series is, where no column says it. */
  readonly subject?: string
  readonly columns: readonly ColumnMap[]
  readonly formulas: readonly UnitFormula[]
  /** Without an id of the platform, is the name enough to keep a row apart? */
  readonly namesIdentify: boolean
  readonly recognise: (file: DecodedFile) => number
  /** How its tables are found; a source that has it can be read in pieces. */
  readonly table?: TableReading
  /** Every record of the file, in steps. */
  readonly read: (file: DecodedFile) => Steps<SourceReading>
}
