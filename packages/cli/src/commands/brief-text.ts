import { briefSchema, readBriefText, writeBriefText } from '@kolibra/core/briefs'
import { readDocx } from '@kolibra/files/docx'
import { describeReadRefusal } from '@kolibra/files/read'
import { printJson } from '../answer-format.ts'
import { UsageError, type ExitCode, type Io } from '../command.ts'
import { readBytes } from '../read-bytes.ts'
import { decodeBytes } from '../read-text.ts'
import { readYaml } from '../read-yaml.ts'

/** `kolibra brief write`: the brief as Markdown. */
export async function writeText(path: string, io: Io): Promise<ExitCode> {
  io.out(writeBriefText(await readYaml(path, briefSchema, io)))
  return 0
}

/** `kolibra brief read`: what a text says as the fields of a brief, and the lines that no section took. */
export async function readText(path: string, io: Io): Promise<ExitCode> {
  printJson(io, readBriefText(await readWords(path, io)))
  return 0
}

async function readWords(path: string, io: Io): Promise<string> {
  const bytes = await readBytes(path, io)
  if (!path.toLowerCase().endsWith('.docx')) return decodeBytes(bytes, path)
  const read = readDocx(bytes, { name: path })
  if (!read.ok) throw new UsageError(read.refusals.map((refusal) => describeReadRefusal(refusal).en).join(' '))
  return read.value
}
