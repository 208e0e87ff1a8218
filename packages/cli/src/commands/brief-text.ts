import { basename, resolve } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { briefSchema, DOCUMENT_LANGUAGES, writeBriefText } from '@kolibra/core/briefs'
import { readBriefFile } from '@kolibra/files/brief-file'
import { writeBriefDocx } from '@kolibra/files/docx'
import { printJson } from '../answer-format.ts'
import { UsageError, type ExitCode, type Io } from '../command.ts'
import { readBytes } from '../read-bytes.ts'
import { joinRefusals } from '../read-text.ts'
import { readYaml } from '../read-yaml.ts'
import { USAGE } from './usage-words.ts'

/** What a brief is written as, and where to; null: as Markdown to where the command prints. */
export interface WritePlan {
  readonly to: string
  readonly out: string | null
  readonly language: string
}

/** `kolibra brief write`: the brief as Markdown, or as a Word document in a file. */
export async function writeText(path: string, plan: WritePlan, io: Io): Promise<ExitCode> {
  const { to, out } = plan
  const language = DOCUMENT_LANGUAGES.find((one) => one === plan.language)
  if (to !== 'md' && to !== 'docx') throw new UsageError(USAGE.noneOf('--to', to, ['md', 'docx']))
  if (language === undefined) throw new UsageError(USAGE.noneOf('--language', plan.language, DOCUMENT_LANGUAGES))
  if (to === 'docx' && out === null) throw new UsageError(USAGE.wordIntoFile)
  const brief = await readYaml(path, briefSchema, io)
  const content = to === 'md' ? writeBriefText(brief) : writeBriefDocx(brief, { title: basename(path).replace(/\.\w+$/, ''), language })
  if (out === null) io.out(String(content))
  else await keep(resolve(io.cwd, out), content, out)
  return 0
}

async function keep(place: string, content: string | Uint8Array, name: string): Promise<void> {
  try {
    // What stands there may be somebody's work.
    await writeFile(place, content, { flag: 'wx' })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new UsageError(isThere ? USAGE.fileThere(name) : USAGE.fileUnwritable(name), {
      cause: error,
    })
  }
}

/** `kolibra brief read`: what a file says as the fields of a brief, and the lines that no section took. */
export async function readText(path: string, io: Io): Promise<ExitCode> {
  const read = await readBriefFile(await readBytes(path, io), { name: path === '-' ? 'standard input' : path })
  if (!read.ok) throw new UsageError(joinRefusals(read.refusals))
  printJson(io, read.value)
  return 0
}
