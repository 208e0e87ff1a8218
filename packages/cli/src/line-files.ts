import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from './command.ts'
import { USAGE } from './commands/usage-words.ts'

/** A file that was written and how many records it holds. */
export interface WrittenFile {
  readonly name: string
  readonly records: number
}

/** Files of a folder that are written bit by bit beside their places, and stand there only when all of them are whole. */
export interface LineFiles {
  /** Adds records to a file; each text is one of them, with its line break. A file nothing is added to is not made. */
  readonly add: (name: string, records: Iterable<string>) => void
  /** Adds text that is no record of its own. */
  readonly addText: (name: string, text: string) => void
  /** Puts all of them in their places. */
  readonly keep: () => WrittenFile[]
  /** Leaves the folder as it was. */
  readonly drop: () => void
}

const WRITTEN_TOGETHER = 1 << 20

/** Opens files in `folder`, which is made when it is not there. A folder that cannot be written: UsageError, and nothing is left in it. */
export function openLineFiles(folder: string): LineFiles {
  const mark = randomUUID()
  const open = new Map<string, { readonly file: number; waiting: string; records: number }>()
  const temporary = (name: string) => join(folder, `.${name}.${mark}`)
  const drop = () => {
    for (const [name, { file }] of open) {
      closeSync(file)
      rmSync(temporary(name), { force: true })
    }
    open.clear()
  }
  const orRefuse = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      drop()
      if (!(error instanceof Error && 'syscall' in error)) throw error
      throw new UsageError(USAGE.noPlace(folder, 'code' in error ? String(error.code) : error.message))
    }
  }
  const find = (name: string) => {
    const held = open.get(name)
    if (held !== undefined) return held
    makeFolder(folder)
    const made = { file: openSync(temporary(name), 'wx'), waiting: '', records: 0 }
    open.set(name, made)
    return made
  }
  const write = (name: string, text: string) => {
    const held = find(name)
    held.waiting += text
    if (held.waiting.length < WRITTEN_TOGETHER) return
    writeAll(held.file, held.waiting)
    held.waiting = ''
  }
  return {
    drop,
    addText: (name, text) => orRefuse(() => write(name, text)),
    add: (name, records) =>
      orRefuse(() => {
        for (const record of records) {
          write(name, record)
          find(name).records += 1
        }
      }),
    keep: () =>
      orRefuse(() => {
        for (const { file, waiting } of open.values()) writeAll(file, waiting)
        for (const name of open.keys()) renameSync(temporary(name), join(folder, name))
        const written = [...open].map(([name, { records }]) => ({ name, records }))
        for (const { file } of open.values()) closeSync(file)
        open.clear()
        return written
      }),
  }
}

// A write may take less than it was given.
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from)
}

// Node's own recursive mkdir never ends where a parent exists but takes no folders, as in /proc.
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return
    if (code !== 'ENOENT' || existsSync(dirname(folder))) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder)
  }
}
