import { readFile, stat } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import { disabledFileSchema, type DisabledRule, type RulebookPart } from '@kolibra/core/compliance'
import { accept, canonicalJson, refuse, say, type Outcome } from '@kolibra/core/shared'
import { parseYaml } from '../yaml/index.ts'
import { explainIssues } from './explain-issue.ts'
import { listYaml, readPart, unreadable, type RulebookRefusal } from './load-rulebook.ts'
import { sha256OfText } from './sign-pack.ts'

/** Own entries and word lists, and shipped rules that are not used here; `mark` is short and tells one set of them from another. */
export interface LoadedOwnRules {
  readonly parts: readonly RulebookPart[]
  readonly disabled: readonly DisabledRule[]
  readonly mark: string
}

type FileParts = Omit<LoadedOwnRules, 'mark'>

/**
 * Reads own rules from a file or from every `.yaml` file below a folder: lists of entries and word lists as in the rulebook, or
 * `disabled: [{ id, reason, by }]`. Refuses with every fault at once.
 */
export async function loadOwnRules(place: string): Promise<Outcome<LoadedOwnRules, RulebookRefusal>> {
  const files = await listFiles(place)
  if (files.length === 0) return refuse(unreadable(place, say('there is no .yaml file at this place', '这里没有 .yaml 文件')))
  const outcomes = await Promise.all(
    files.map(async (file) => readOwn(await readFile(file, 'utf8'), relative(place, file) || basename(file))),
  )
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  if (refusals.length > 0) return refuse(...refusals)
  const read = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  const own = { parts: read.flatMap(({ parts }) => parts), disabled: read.flatMap(({ disabled }) => disabled) }
  return accept({ ...own, mark: sha256OfText(canonicalJson(own)).slice(0, 8) })
}

async function listFiles(place: string): Promise<string[]> {
  const isFile = await stat(place).then(
    (facts) => facts.isFile(),
    () => false,
  )
  return isFile ? [place] : ((await listYaml(place)) ?? [])
}

function readOwn(text: string, file: string): Outcome<FileParts, RulebookRefusal> {
  const parsed = parseYaml(text)
  // What is no YAML and what is a list is told by the reader of rulebook files.
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null || !('disabled' in parsed.value)) {
    const parts = readPart(text, file)
    return parts.ok ? accept({ parts: parts.value, disabled: [] }) : parts
  }
  const checked = disabledFileSchema.safeParse(parsed.value)
  if (checked.success) return accept({ parts: [], disabled: checked.data.disabled })
  return refuse(...explainIssues(checked.error.issues).map((fault) => ({ code: 'rulebook.invalid' as const, file, entry: null, ...fault })))
}
