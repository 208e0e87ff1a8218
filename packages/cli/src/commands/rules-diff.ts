import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { compareRulebooks, diffRulebook } from '@kolibra/core/compliance'
import { listPacks, reopenPack } from '@kolibra/files/rulebook'
import { printJson } from '../answer-format.ts'
import { UsageError, type ExitCode } from '../command.ts'
import { readText } from '../read-text.ts'
import { openRulebook, packFolder, readPackNamed, readShipped, splitParts, type RulebookSource } from './find-rulebook.ts'
import { describeRefusal } from './rulebook-faults.ts'
import { printLine } from './rules-list.ts'
import type { RulesRequest } from './rules-request.ts'
import { USAGE } from './usage-words.ts'

/** `rules diff`: between two days of one rulebook, or between two rulebooks. */
export async function diffRules(request: RulesRequest): Promise<ExitCode> {
  const [before, after] = request.rest
  if (before === undefined) return diffDays(request)
  if (after === undefined) throw new UsageError(USAGE.twoRulebooks)
  return diffVersions(request, before, after)
}

async function diffDays({ from, to, rules, data, isJson, language, io }: RulesRequest): Promise<ExitCode> {
  if (from === undefined || to === undefined) throw new UsageError(USAGE.twoDays)
  if (from > to) throw new UsageError(USAGE.daysTurned(from, to))
  const { started, ended } = diffRulebook(await openRulebook(io, { rules, data }), from, to)
  if (isJson) {
    printJson(io, { from, to, started, ended })
    return 0
  }
  for (const entry of started) io.out(`+ ${printLine(entry, language)}`)
  for (const entry of ended) io.out(`- ${printLine(entry, language)}`)
  const foot = {
    en: `${started.length} started, ${ended.length} ended between ${from} and ${to}\n`,
    zh: `${from} 至 ${to}：新生效 ${started.length} 条，失效 ${ended.length} 条\n`,
  }
  io.out(foot[language])
  return 0
}

async function diffVersions(request: RulesRequest, before: string, after: string): Promise<ExitCode> {
  const { isJson, language, io } = request
  const [old, now] = [await readNamed(request, before), await readNamed(request, after)]
  const { added, removed, changed } = compareRulebooks(splitParts(old.parts), splitParts(now.parts))
  if (isJson) {
    const ids = (entries: typeof added) => entries.map(({ id }) => id)
    const fields = changed.map(({ entry, fields: names }) => ({ id: entry.id, fields: names }))
    printJson(io, { before: old.version, after: now.version, added: ids(added), removed: ids(removed), changed: fields })
    return 0
  }
  for (const entry of added) io.out(`+ ${printLine(entry, language)}`)
  for (const entry of removed) io.out(`- ${printLine(entry, language)}`)
  for (const { entry, fields } of changed) io.out(`~ ${entry.id.padEnd(22)} ${fields.join(', ')}\n`)
  const foot = {
    en: `${added.length} added, ${removed.length} removed, ${changed.length} changed from ${old.version} to ${now.version}\n`,
    zh: `${old.version} 至 ${now.version}：新增 ${added.length} 条，删除 ${removed.length} 条，修改 ${changed.length} 条\n`,
  }
  io.out(foot[language])
  return 0
}

/** A rulebook by name: `shipped`, an installed version, a pack file or a folder. */
async function readNamed({ io, data }: RulesRequest, name: string): Promise<RulebookSource> {
  if (name === 'shipped') return readShipped()
  const folder = packFolder(io, data)
  if ((await listPacks(folder)).includes(name)) return readPackNamed(folder, name)
  const place = resolve(io.cwd, name)
  if (!existsSync(place)) throw new UsageError(USAGE.noRulebook(name))
  if (statSync(place).isDirectory()) return { ...(await readShipped(place)), version: name }
  const opened = reopenPack(await readText(name, io))
  if (!opened.ok) throw new UsageError(USAGE.of(name, opened.refusals.map(describeRefusal)[0] ?? USAGE.rulebookFaulty))
  return { version: opened.value.pack.version, parts: opened.value.parts }
}
