import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'

import type { DecodedFile } from '@kolibra/core/imports'
import { refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import { sniffFormat } from '../decode/index.ts'
import { findReadWorker, runReadWorker } from '../workers/run-read-worker.ts'
import { decodeExport } from './decode-export.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'

// Below this, text is decoded faster than a thread starts.
const DIRECT_TEXT_BYTES = 2 * 1024 * 1024

/**
 * Decodes an export of any platform: CSV (utf-8, utf-16, gb18030), JSON, JSON lines or .xlsx, known by its bytes and not by its name.
 * Workbooks and large texts are read in a worker thread with a memory and a time limit; from sources they are read in place.
 * Every refusal has a `file.*` code and the file's name; describeReadRefusal turns it into one sentence.
 */
export async function readExport(
  bytes: Uint8Array,
  options: { name: string; limits?: Partial<ReadLimits> },
): Promise<Outcome<DecodedFile, Refusal>> {
  const { name } = options
  const limits: ReadLimits = { ...READ_LIMITS, ...options.limits }
  if (bytes.length > limits.fileBytes) return refuseLarge(name, { bytes: bytes.length, limitBytes: limits.fileBytes })
  const worker = findReadWorker()
  const isLight = sniffFormat(bytes).kind !== 'zip' && bytes.length <= DIRECT_TEXT_BYTES
  if (worker === null || isLight) return decodeExport(bytes, { name, limits })
  return runReadWorker(worker, bytes, { name, limits })
}

/** Reads an export from disk, refusing by its size before a byte of it is read. Adds file.missing, file.no_permission, file.is_folder. */
export async function readExportFile(path: string, limits?: Partial<ReadLimits>): Promise<Outcome<DecodedFile, Refusal>> {
  const name = basename(path)
  const limitBytes = limits?.fileBytes ?? READ_LIMITS.fileBytes
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return refuse({ code: 'file.is_folder', file: name })
    if (!facts.isFile()) return refuse({ code: 'file.not_recognised', file: name, looksLike: 'device' })
    if (facts.size > limitBytes) return refuseLarge(name, { bytes: facts.size, limitBytes })
    return await readExport(await readFile(path), limits === undefined ? { name } : { name, limits })
  } catch (error) {
    const code = codeOfSystemError(error)
    if (code === null) throw error
    return refuse({ code, file: name })
  }
}

function refuseLarge(file: string, sizes: { bytes: number; limitBytes: number }): Outcome<never, Refusal> {
  return refuse({ code: 'file.too_large', file, ...sizes })
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  ENAMETOOLONG: 'file.missing',
  EACCES: 'file.no_permission',
  EPERM: 'file.no_permission',
  EISDIR: 'file.is_folder',
  // A link that leads back to itself leads to no file.
  ELOOP: 'file.missing',
}

function codeOfSystemError(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SYSTEM_ERRORS[code] ?? null
}
