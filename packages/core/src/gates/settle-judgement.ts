import type { Waiver } from '../campaigns/index.ts'
import { hashOf, type Sha256 } from '../shared/index.ts'
import type { EarlierPass, GateAnswer } from './gate-input.ts'
import type { GateState, Judgement } from './schema.ts'
import { doesWaive, isSameSubject } from './waive-finding.ts'

/** Names of the parts that changed since the last pass on this subject; empty when that pass still counts or there was none. */
function nameChanges(judgement: Pick<Judgement, 'gate' | 'subject' | 'inputHash' | 'parts'>, earlier: readonly EarlierPass[]): string[] {
  const passes = earlier.filter(({ gate, subject }) => gate === judgement.gate && isSameSubject(subject, judgement.subject))
  const last = passes.at(-1)
  if (last === undefined || passes.some(({ inputHash }) => inputHash === judgement.inputHash)) return []
  const names = new Set([...Object.keys(judgement.parts), ...Object.keys(last.parts)])
  return [...names].filter((name) => judgement.parts[name] !== last.parts[name]).toSorted()
}

function decideState({ isOpen, findings }: GateAnswer, isSettled: (finding: GateAnswer['findings'][number]) => boolean): GateState {
  if (isOpen) return 'open'
  const blocks = findings.filter(({ severity }) => severity === 'block')
  if (blocks.length === 0) return 'passed'
  return blocks.every(isSettled) ? 'waived' : 'blocked'
}

/** Binds a gate's answer to the hash of its input and decides its state: open, blocked, waived or passed (warnings allowed). */
export function settleJudgement(
  answer: GateAnswer,
  { waivers, earlier }: { waivers: readonly Waiver[]; earlier: readonly EarlierPass[] },
  sha256: Sha256,
): Judgement {
  const { gate, subject, label, findings } = answer
  const parts = Object.fromEntries(Object.entries(answer.parts).map(([name, part]) => [name, hashOf(part, sha256)]))
  const inputHash = hashOf(parts, sha256)
  const counting = waivers.filter((waiver) => findings.some((finding) => doesWaive(waiver, finding, { gate, inputHash })))
  const state = decideState(answer, ({ code }) => counting.some((waiver) => waiver.code === code))
  const bound = { gate, subject, label, inputHash, parts }
  return { ...bound, state, findings: [...findings], waivers: counting, reopenedBy: nameChanges(bound, earlier) }
}
