export { listEntries, type ArchiveEntry } from './list-entries.ts'
export { checkArchive, type ArchiveLimits } from './check-archive.ts'
