import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { say, type Localized } from '@kolibra/core/shared'
import { READ_LIMITS } from '@kolibra/files/read'
import { UsageError, type Io } from './command.ts'

/** The bytes of a file relative to where the command runs; `-` is standard input. Unreadable or too large: UsageError, one sentence. */
export async function readBytes(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<Uint8Array> {
  const bytes = path === '-' ? await io.readStdin() : await readNamed(resolve(io.cwd, path), path)
  if (bytes.length > READ_LIMITS.fileBytes) throw tooLarge(path)
  return bytes
}

/** What a stream gives, read until it is one byte more than any reader takes: `/dev/zero` has no end. */
export async function drain(stream: AsyncIterable<Uint8Array>, limitBytes: number = READ_LIMITS.fileBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > limitBytes) break
  }
  return Buffer.concat(chunks)
}

async function readNamed(place: string, path: string): Promise<Uint8Array> {
  try {
    const facts = await stat(place)
    if (facts.isFile() && facts.size > READ_LIMITS.fileBytes) throw tooLarge(path)
    // A pipe is read as it comes; what it will hold is not known before.
    return facts.isFile() || facts.isDirectory() ? await readFile(place) : await drain(createReadStream(place))
  } catch (error) {
    if (error instanceof UsageError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UsageError(UNREADABLE[code]?.(path) ?? say(`cannot read "${path}" (${code}).`, `无法读取「${path}」（${code}）。`), {
      cause: error,
    })
  }
}

const missing = (path: string) =>
  say(`there is no file "${path}"; check the path and its spelling.`, `没有文件「${path}」；请检查路径和拼写。`)
const forbidden = (path: string) =>
  say(`this system does not let us read "${path}"; change its permissions.`, `系统不允许读取「${path}」；请修改其权限。`)

const UNREADABLE: Readonly<Record<string, (path: string) => Localized>> = {
  ENOENT: missing,
  ENOTDIR: missing,
  ENAMETOOLONG: missing,
  ELOOP: missing,
  EISDIR: (path) => say(`"${path}" is a folder; name the files inside it.`, `「${path}」是文件夹；请写明其中的文件。`),
  EACCES: forbidden,
  EPERM: forbidden,
}

function tooLarge(path: string): UsageError {
  const most = READ_LIMITS.fileBytes / 2 ** 20
  return new UsageError(
    say(
      `"${path}" holds more than ${most} MB, and no more are read; split it into parts.`,
      `「${path}」超过 ${most} MB 上限；请拆分后再读。`,
    ),
  )
}
