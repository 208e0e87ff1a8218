/** What reading one file may cost; beyond any of these the file is refused, never half read. Bytes, counts, milliseconds. */
export interface ReadLimits {
  readonly fileBytes: number
  readonly archiveEntries: number
  readonly unpackedBytes: number
  readonly unpackedRatio: number
  readonly cells: number
  readonly jsonDepth: number
  readonly workerHeapMb: number
  readonly workerMs: number
}

/** A csv of so many bytes is read in pieces, and one of more than the latter not at all. */
export const STREAM_LIMITS = { fromBytes: 4 * 1024 * 1024, fileBytes: 500 * 1024 * 1024 }

/** Defaults: far above any export the platforms hand out, below what would trouble a machine with 4 GB. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 200 * 1024 * 1024,
  archiveEntries: 5_000,
  unpackedBytes: 600 * 1024 * 1024,
  unpackedRatio: 200,
  cells: 20_000_000,
  jsonDepth: 200,
  workerHeapMb: 2_048,
  workerMs: 120_000,
}
