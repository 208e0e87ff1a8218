import {
  compileRulebook,
  judgePack,
  rulebookPackSchema,
  trustedKeySchema,
  type Rulebook,
  type RulebookPack,
  type RulebookPart,
  type TrustedKey,
} from '@kolibra/core/compliance'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import { stringify } from 'yaml'
import type { z } from 'zod'
import { parseYaml } from '../yaml/index.ts'
import { readPart } from './load-rulebook.ts'
import { isSignedBy, sha256OfText } from './sign-pack.ts'

/** A pack that may be used: what it holds, read and compiled. */
export interface OpenedPack {
  readonly pack: RulebookPack
  readonly parts: readonly RulebookPart[]
  readonly rulebook: Rulebook
}

/** A pack as the text of its file. */
export function writePack(pack: RulebookPack): string {
  return stringify(pack, { lineWidth: 0 })
}

/**
 * Reads a pack, judges who vouches for it and compiles it. Refuses with `pack.unreadable`, the codes of judgePack, and those of rulebook
 * files and of compileRulebook: what an untrusted pack holds is not looked at.
 */
export function openPack(text: string, trust: { trustedKeys: readonly TrustedKey[]; currentVersion: string }): Outcome<OpenedPack> {
  const read = parseAs(text, rulebookPackSchema)
  if (!read.ok) return read
  const judged = judgePack(read.value, { ...trust, sha256: sha256OfText, verify: isSignedBy })
  return judged.ok ? unfold(judged.value) : judged
}

/** Reads a pack that was judged when it was kept: hashes and signature are not asked again. */
export function reopenPack(text: string): Outcome<OpenedPack> {
  const read = parseAs(text, rulebookPackSchema)
  return read.ok ? unfold(read.value) : read
}

/** The list of trusted keys in a YAML file: `- { name, publicKey }`. Refuses with `pack.unreadable`. */
export function readTrustedKeys(text: string): Outcome<TrustedKey[]> {
  return parseAs(text, trustedKeySchema.array())
}

function parseAs<T>(text: string, schema: z.ZodType<T>): Outcome<T> {
  const parsed = parseYaml(text)
  if (!parsed.ok) {
    const { line, problem } = parsed.refusals[0] ?? { line: 1, problem: '' }
    return refuse({ code: 'pack.unreadable', problem: `line ${line}: ${problem}` })
  }
  const checked = schema.safeParse(parsed.value)
  if (checked.success) return accept(checked.data)
  const problems = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`)
  return refuse({ code: 'pack.unreadable', problem: problems[0] ?? '' })
}

function unfold(pack: RulebookPack): Outcome<OpenedPack> {
  const outcomes = pack.files.map(({ path, text }) => readPart(text, path))
  const refusals: Refusal[] = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  if (refusals.length > 0) return refuse(...refusals)
  const parts = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []))
  const compiled = compileRulebook(parts, { version: pack.version })
  return compiled.ok ? accept({ pack, parts, rulebook: compiled.value }) : compiled
}
