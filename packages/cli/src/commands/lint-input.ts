import { contentFactsSchema, type ContentFacts } from '@kolibra/core/compliance'
import { say, tellIssue } from '@kolibra/core/shared'
import { sniffFormat } from '@kolibra/files/decode'
import { readDocx } from '@kolibra/files/docx'
import { UsageError, type Io } from '../command.ts'
import { readBytes } from '../read-bytes.ts'
import { decodeBytes, joinRefusals } from '../read-text.ts'

/** One draft and where it stands. `line` is its line in a .jsonl file; null when the whole file is the draft. */
export interface Draft {
  readonly file: string
  /** False when the places in the text are no places in the file's bytes (.docx). */
  readonly isPlain: boolean
  readonly line: number | null
  readonly facts: ContentFacts
}

/** Facts that flags add to every draft; what a draft says itself wins. */
export type Defaults = Partial<ContentFacts>

/** Reads drafts from one file or from standard input (`-`). */
export async function readDrafts(name: string, defaults: Defaults, io: Io): Promise<Draft[]> {
  const isStdin = name === '-'
  const file = isStdin ? '<stdin>' : name
  const bytes = await readBytes(name, io)
  const isDocument = needReadable(bytes, file) === 'document'
  const text = isDocument ? readDocument(bytes, file) : decodeBytes(bytes, name)
  if (text.trim() === '') throw new UsageError(say(`${file} is empty; there is nothing to check.`, `${file} 是空的，没有可检查的内容。`))
  const isLines = !isDocument && (isStdin ? looksLikeLines(text) : /\.(jsonl|ndjson)$/i.test(name))
  return isLines ? readLines(text, file, defaults) : [{ file, isPlain: !isDocument, line: null, facts: { ...defaults, id: file, text } }]
}

const tellKind = (kind: string) => say(`a ${kind} file`, ` ${kind} 文件`)

/** Text or a Word document by its first bytes; anything else is a UsageError that says what it is. */
function needReadable(bytes: Uint8Array, file: string): 'text' | 'document' {
  const format = sniffFormat(bytes)
  if (format.kind === 'zip') return 'document'
  if (format.kind === 'text') return 'text'
  const what = format.kind === 'ole2' ? say('an old or protected Office file', '旧版或受保护的 Office 文件') : tellKind(format.looksLike)
  throw new UsageError(
    say(`${file} is ${what.en}; save the text as .docx, .md or .txt.`, `${file} 是${what.zh}；请把文本另存为 .docx、.md 或 .txt。`),
  )
}

function readDocument(bytes: Uint8Array, name: string): string {
  const read = readDocx(bytes, { name })
  if (!read.ok) throw new UsageError(joinRefusals(read.refusals))
  return read.value
}

function looksLikeLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.every((line) => isObject(parseJson(line)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readLines(text: string, file: string, defaults: Defaults): Draft[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const place = say(`${file}, line ${index + 1}`, `${file} 第 ${index + 1} 行`)
    const parsed = parseJson(line)
    if (!isObject(parsed))
      throw new UsageError(
        say(
          `${place.en}: not a JSON object; write one draft per line, like {"text":"…"}.`,
          `${place.zh}：不是 JSON 对象；请每行写一篇，如 {"text":"…"}。`,
        ),
      )
    const result = contentFactsSchema.safeParse({ id: String(index + 1), ...defaults, ...parsed })
    if (!result.success) {
      const [first] = result.error.issues.map((issue) => ({ field: issue.path.join('.'), told: tellIssue(issue) }))
      throw new UsageError(
        say(
          `${place.en}: ${first?.field || 'the record'}: ${first?.told.en ?? 'does not fit'}.`,
          `${place.zh}：${first?.field || '该条'}：${first?.told.zh ?? '不符合要求'}。`,
        ),
      )
    }
    return [{ file, isPlain: true, line: index + 1, facts: result.data }]
  })
}
