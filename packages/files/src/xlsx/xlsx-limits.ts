import type { ArchiveLimits } from '../unzip/index.ts'

/** The part of the reading limits that concerns workbooks. */
export interface XlsxLimits extends ArchiveLimits {
  readonly cells: number
}
