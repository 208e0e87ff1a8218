export { listEntries, type ArchiveEntry } from './list-entries.ts'
export { checkArchive, checkDeclared, findPacked, type ArchiveLimits } from './check-archive.ts'
