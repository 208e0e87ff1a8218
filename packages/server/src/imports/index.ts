export { makeImportRoutes } from './routes.ts'
export { commitImport, type Receivers, type ReadRecords } from './commit-import.ts'
export { findImport, readRawFile } from './import-store.ts'
export { readRecords, type Upload } from './read-records.ts'
