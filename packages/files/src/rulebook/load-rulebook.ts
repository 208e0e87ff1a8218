import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { rulebookPartSchema, ruleEntrySchema, wordListSchema, type RulebookPart } from '@kolibra/core/compliance'
import { accept, refuse, type Outcome } from '@kolibra/core/shared'
import { parse } from 'yaml'

/** A file or an entry that does not fit: which file, which entry, which field, what is wrong. */
export interface RulebookRefusal {
  readonly code: 'rulebook.invalid' | 'rulebook.unreadable'
  readonly file: string
  readonly entry: string | null
  readonly field: string | null
  readonly problem: string
  readonly [datum: string]: unknown
}

/** Reads every `.yaml` file below a folder, in the order of their names. Refuses with every fault at once. */
export async function loadRulebook(folder: string): Promise<Outcome<RulebookPart[], RulebookRefusal>> {
  const files = await listYaml(folder)
  if (files === null) return refuse(unreadable(folder, 'there is no such folder'))
  if (files.length === 0) return refuse(unreadable(folder, 'there is no .yaml file in this folder'))
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
  let parsed: unknown
  try {
    parsed = parse(text)
  } catch (error) {
    return refuse(unreadable(file, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)))
  }
  if (!Array.isArray(parsed)) return refuse(unreadable(file, 'a rulebook file is a list of entries'))
  const outcomes = parsed.map((item, index) => checkItem(item, file, index))
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  if (refusals.length > 0) return refuse(...refusals)
  return accept(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])))
}

function checkItem(item: unknown, file: string, index: number): Outcome<RulebookPart, RulebookRefusal> {
  const { id, kind } = (item ?? {}) as { id?: unknown; kind?: unknown }
  const entry = typeof id === 'string' ? id : `number ${index + 1}`
  const result = rulebookPartSchema.safeParse(item)
  if (result.success) return accept(result.data)
  // Asked again with the one shape it means to be: a union only says that none fits.
  const exact = (kind === 'words' ? wordListSchema : ruleEntrySchema).safeParse(item)
  const issues = exact.success ? [] : exact.error.issues
  return refuse(
    ...issues.map((issue) => ({
      code: 'rulebook.invalid' as const,
      file,
      entry,
      field: issue.path.join('.') || null,
      problem: issue.message,
    })),
  )
}

/** A refusal for what cannot be read at all. */
export function unreadable(file: string, problem: string): RulebookRefusal {
  return { code: 'rulebook.unreadable', file, entry: null, field: null, problem }
}
