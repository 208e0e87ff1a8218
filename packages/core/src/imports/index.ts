export { completeAccount, type AccountDraft, type Passport, type Reading } from './account-draft.ts'
export * from './account-schema.ts'
export * from './schema.ts'
export type { ByteRows } from './byte-rows.ts'
export type { Cell, DecodedFile, Table } from './decoded-file.ts'
export type { Source } from './source.ts'
export { readNumber, type ReadNumber } from './parse-number.ts'
export { readTime, type ReadTime } from './parse-time.ts'
export { authorHashOf, erasedIdOfHash } from './author-hash.ts'
export { newAccount, newMetric, newPost, newQuote } from './new-account.ts'
export { namePlatform } from './name-tables.ts'
export { importRecords } from './import-records.ts'
export { importStream, type ImportedPiece, type StreamedImport } from './import-stream.ts'
export type { TableStream } from './table-stream.ts'
export type { ImportOptions } from './import-run.ts'
export { recogniseSource, SOURCES } from './source-table.ts'
export {
  mappingSchema,
  mappedColumnSchema,
  mappedTargetSchema,
  type MappedColumn,
  type MappedTarget,
  type Mapping,
} from './mapping/mapping-schema.ts'
export { compileMapping, fitsHeaders, listMissing } from './mapping/compile-mapping.ts'
export { describeColumns, suggestTarget, type DescribedColumn } from './mapping/describe-columns.ts'
export { previewRecords, type PreviewRow } from './preview-records.ts'
export { describeImportRefusal } from './describe-refusal.ts'
export { describeNote, writeNote } from './describe-note.ts'
export { describeProblem, PROBLEM_SENTENCES } from './describe-problem.ts'
export { pickRows, pickStreamedRows, type PickedRow } from './pick-rows.ts'
export { isRejectHeader, REJECT_HEADERS } from './reject-headers.ts'
export { readShareText, type ShareText } from './read-share-text.ts'
export { parsePastedBlock, typedAccount, type TypedCreator } from './paste.ts'
export { removePerson, removeRows, type RemovedPerson } from './remove-person.ts'
export { blankWords } from './blank-words.ts'
export { seekPerson, type PersonTest, type PersonWords } from './seek-person.ts'
export { type ErasedTest } from './record-view.ts'
export { accountOfSubject, subjectOfAccount } from './series-subject.ts'
