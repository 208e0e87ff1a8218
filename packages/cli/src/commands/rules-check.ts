import { resolve } from 'node:path'
import { checkExamples, compileRulebook, joinRules, type Rulebook } from '@kolibra/core/compliance'
import { say, type Localized, type Outcome } from '@kolibra/core/shared'
import { loadOwnRules, loadRulebook } from '@kolibra/files/rulebook'
import { printJson } from '../answer-format.ts'
import type { ExitCode } from '../command.ts'
import { findRulebookFolder, readNewest, splitParts } from './find-rulebook.ts'
import { describeFault, describeRefusal } from './rulebook-faults.ts'
import type { RulesRequest } from './rules-request.ts'

const EXAMPLES_ZH = { valid: '合规示例', invalid: '违规示例', todo: '已知漏判' } as const

/** A rulebook to check, and whose examples are run: all, or those of one's own entries. */
interface Subject {
  readonly rulebook: Rulebook
  readonly only: ReadonlySet<string> | undefined
  readonly entries: number
  readonly words: number
}

/** `rules check [PLACE]`: one's own rules beside the rulebook they are joined to; without a place, or with --alone, a rulebook by itself. */
export async function checkRules(request: RulesRequest): Promise<ExitCode> {
  const { rest, alone, at, io, isJson, language } = request
  const place = rest[0] === undefined ? findRulebookFolder() : resolve(io.cwd, rest[0])
  const subject =
    rest[0] === undefined || alone || place === findRulebookFolder() ? await readWhole(place, at) : await readOwn(request, place)
  if (!subject.ok)
    return reportFaults(
      subject.refusals.map(({ sentence }) => sentence),
      request,
    )
  const { rulebook, only, entries, words } = subject.value
  const faults = checkExamples(rulebook, at, only).map(({ entry, kind, example: { text, facts } }) =>
    say(
      `entry ${entry}: its ${kind} example is judged wrongly: ${text} ${JSON.stringify(facts)}`,
      `条目 ${entry}：其${EXAMPLES_ZH[kind]}判断有误：${text} ${JSON.stringify(facts)}`,
    ),
  )
  if (faults.length > 0) return reportFaults(faults, request)
  if (isJson) printJson(io, { entries, words, faults: [] })
  else if (language === 'zh') io.out(`${entries} 条规则、${words} 个词表有效，示例均成立\n`)
  else io.out(`${entries} entries and ${words} word lists are valid; their examples hold\n`)
  return 0
}

type Checked = Outcome<Subject, { code: string; sentence: Localized }>

async function readWhole(folder: string, version: string): Promise<Checked> {
  const loaded = await loadRulebook(folder)
  if (!loaded.ok) return tell(loaded.refusals, describeFault)
  const compiled = compileRulebook(loaded.value, { version })
  if (!compiled.ok) return tell(compiled.refusals, describeRefusal)
  const { entries, words } = compiled.value
  return { ok: true, value: { rulebook: compiled.value, only: undefined, entries: entries.length, words: words.length } }
}

async function readOwn({ io, data }: RulesRequest, place: string): Promise<Checked> {
  const own = await loadOwnRules(place)
  if (!own.ok) return tell(own.refusals, describeFault)
  const newest = await readNewest(io, data)
  const joined = joinRules(splitParts(newest.parts), own.value, { version: `${newest.version}+${own.value.mark}` })
  if (!joined.ok) return tell(joined.refusals, describeRefusal)
  const { entries, words } = splitParts(own.value.parts)
  const only = new Set(entries.map(({ id }) => id))
  return { ok: true, value: { rulebook: joined.value, only, entries: entries.length, words: words.length } }
}

function tell<R extends { code: string }>(refusals: readonly R[], describe: (refusal: R) => Localized): Checked {
  // An id that is taken is found at every place that has it; once said is enough.
  const sentences = [...new Map(refusals.map(describe).map((sentence) => [sentence.en, sentence])).values()]
  return { ok: false, refusals: sentences.map((sentence) => ({ code: 'rulebook.invalid', sentence })) }
}

function reportFaults(faults: readonly Localized[], { io, isJson, language }: RulesRequest): ExitCode {
  if (isJson) printJson(io, { faults: faults.map(({ en }) => en) })
  else for (const fault of faults) io.out(`${fault[language]}\n`)
  return 1
}
