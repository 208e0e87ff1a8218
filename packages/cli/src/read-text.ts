import { decodeText, sniffFormat } from '@kolibra/files/decode'
import { readJson as readJsonFile } from '@kolibra/files/json'
import { describeReadRefusal, READ_LIMITS } from '@kolibra/files/read'
import { say, type Localized } from '@kolibra/core/shared'
import { UsageError, type Io } from './command.ts'
import { readBytes } from './read-bytes.ts'

/**
 * The text of a file relative to where the command runs, in UTF-8, UTF-16 or GB18030; `-` is standard input. Unreadable, or no text:
 * UsageError. Never a text with characters lost on the way.
 */
export async function readText(path: string, io: Pick<Io, 'cwd' | 'readStdin'>): Promise<string> {
  return decodeBytes(await readBytes(path, io), path)
}

const WORKBOOK = say(
  ' but looks like a workbook; "kolibra import FILE --out DIR" reads those.',
  '，像是工作簿；可用 "kolibra import FILE --out DIR" 读取。',
)
const KINDS: Readonly<Record<string, Localized>> = { zip: WORKBOOK, ole2: WORKBOOK }

/** The text of bytes that came from `path`. No text, or one that ends in the middle of a character: UsageError. */
export function decodeBytes(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0) return ''
  const decoded = decodeText(bytes)
  const name = path === '-' ? say('standard input', '标准输入') : say(path, path)
  if (decoded === null) {
    const way = KINDS[sniffFormat(bytes).kind] ?? say('; save it as UTF-8.', '；请另存为 UTF-8。')
    throw new UsageError(say(`${name.en} is no text file${way.en}`, `${name.zh} 不是文本文件${way.zh}`))
  }
  if (decoded.isCut)
    throw new UsageError(
      say(`${name.en} ends in the middle of a character; copy or download it again.`, `${name.zh} 在一个字符中间截断；请重新复制或下载。`),
    )
  return decoded.text
}

/** What a reader refused, one sentence after the other. */
export function joinRefusals(refusals: readonly Parameters<typeof describeReadRefusal>[0][]): Localized {
  const told = refusals.map(describeReadRefusal)
  return say(told.map(({ en }) => en).join(' '), told.map(({ zh }) => zh).join(''))
}

// What pandas and the like write where a number is not known.
const NO_NUMBER = /"([^"]*)"\s*:\s*(NaN|-?Infinity)\b/

/** Of a text that is no JSON: whether that is because of a number that JSON does not have. UsageError that names it and its field. */
export function refuseNoNumber(text: string, place: Localized): void {
  const [, field, word] = NO_NUMBER.exec(text) ?? []
  if (field === undefined) return
  throw new UsageError(
    say(
      `${place.en}: ${field}: ${word} is no number in JSON; write null, or leave the field out.`,
      `${place.zh}：${field}：JSON 中没有 ${word} 这个数；请写 null 或略去该字段。`,
    ),
  )
}

/** The value in a JSON text. Broken JSON: UsageError that names the file, line and column. */
export function readJson(text: string, path: string): unknown {
  const read = readJsonFile(text, { name: path, depthMax: READ_LIMITS.jsonDepth })
  if (!read.ok) {
    refuseNoNumber(text, say(path, path))
    throw new UsageError(joinRefusals(read.refusals))
  }
  if (read.value.shape === 'jsonl' && read.value.documents.length > 1)
    throw new UsageError(
      say(
        `${path} holds one JSON document per line, and this takes a file with a single one.`,
        `${path} 每行一个 JSON；这里须为单个 JSON 文件。`,
      ),
    )
  return read.value.documents[0]
}
