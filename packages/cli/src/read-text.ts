import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { UsageError, type Io } from './command.ts'

/** The text of a file relative to where the command runs; `-` is standard input. Unreadable: UsageError. */
export async function readText(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<string> {
  if (path === '-') return new TextDecoder().decode(await io.readStdin()).replace(/^\uFEFF/, '')
  try {
    return (await readFile(isAbsolute(path) ? path : join(io.cwd, path), 'utf8')).replace(/^\uFEFF/, '')
  } catch {
    throw new UsageError(`cannot read "${path}"; check the name of the file.`)
  }
}

/** The value in a JSON text. Broken JSON: UsageError that names the file and, where the parser says it, the place. */
export function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
