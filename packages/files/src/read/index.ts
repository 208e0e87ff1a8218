export { readExport, readExportFile } from './read-export.ts'
export { READ_LIMITS, type ReadLimits } from './limits.ts'
export { describeReadRefusal } from './describe-refusal.ts'
export { isOddOnTheWay, streamExport } from './stream-export.ts'
