import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { rulebookPartSchema, ruleEntrySchema, wordListSchema, type RulebookPart } from '@kolibra/core/compliance'
import { accept, refuse, say, type Localized, type Outcome } from '@kolibra/core/shared'
import { parseYaml } from '../yaml/index.ts'
import { explainIssues, meansPart, type ExplainedIssue } from './explain-issue.ts'

/** A file or an entry that does not fit: which file, which entry, which field, what is wrong. */
export interface RulebookRefusal {
  readonly code: 'rulebook.invalid' | 'rulebook.unreadable'
  readonly file: string
  readonly entry: string | null
  readonly field: string | null
  readonly problem: string
  readonly problemZh?: string | null
  readonly [datum: string]: unknown
}

/** Reads every `.yaml` file below a folder, in the order of their names. Refuses with every fault at once. */
export async function loadRulebook(folder: string): Promise<Outcome<RulebookPart[], RulebookRefusal>> {
  const files = await listYaml(folder)
  if (files === null) return refuse(unreadable(folder, say('there is no such folder', '没有这个文件夹')))
  if (files.length === 0) return refuse(unreadable(folder, say('there is no .yaml file in this folder', '该文件夹中没有 .yaml 文件')))
  const outcomes = await Promise.all(files.map(async (file) => readPart(await readFile(file, 'utf8'), relative(folder, file))))
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  if (refusals.length > 0) return refuse(...refusals)
  return accept(outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : [])))
}

/** The `.yaml` files below a folder by name; null when there is no such folder. */
export async function listYaml(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return null
  }
}

/** Checks the text of one rulebook file: a YAML list of entries and word lists. */
export function readPart(text: string, file: string): Outcome<RulebookPart[], RulebookRefusal> {
  const parsed = parseYaml(text)
  if (!parsed.ok)
    return refuse(
      ...parsed.refusals.map(({ line, column, problem }) =>
        unreadable(
          file,
          say(`line ${line}, column ${column}: ${problem}`, `第 ${line} 行第 ${column} 列不是 YAML；请检查缩进、引号和括号`),
        ),
      ),
    )
  const items = parsed.value
  if (!Array.isArray(items)) return refuse(unreadable(file, say('a rulebook file is a list of entries', '规则文件应为条目列表')))
  const outcomes = items.map((item, index) => checkItem(item, file, index))
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  if (refusals.length > 0) return refuse(...refusals)
  return accept(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])))
}

function checkItem(item: unknown, file: string, index: number): Outcome<RulebookPart, RulebookRefusal> {
  const result = rulebookPartSchema.safeParse(item)
  if (result.success) return accept(result.data)
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
  const entry = typeof id === 'string' ? id : `number ${index + 1}`
  return refuse(...explainItem(item).map((fault) => ({ code: 'rulebook.invalid' as const, file, entry, ...fault })))
}

// Asked again with the one shape it means to be: a choice of shapes only says that none fits.
function explainItem(item: unknown): ExplainedIssue[] {
  if (typeof item !== 'object' || item === null) return [{ field: null, problem: 'should be a mapping', problemZh: '应为键值对' }]
  if (!meansPart(item)) return [{ field: 'kind', problem: 'is none of: rule, fact, words', problemZh: '只能是：rule, fact, words' }]
  const exact = (item.kind === 'words' ? wordListSchema : ruleEntrySchema).safeParse(item)
  return exact.success ? [] : explainIssues(exact.error.issues)
}

/** A refusal for what cannot be read at all. */
export function unreadable(file: string, { en, zh }: Localized): RulebookRefusal {
  return { code: 'rulebook.unreadable', file, entry: null, field: null, problem: en, problemZh: zh }
}
