import type { Gate, Subject } from '../campaigns/index.ts'
import { accept, refuse, type Outcome, type Refusal } from '../shared/index.ts'
import type { Judgement, Spine } from './schema.ts'
import { isSameSubject } from './waive-finding.ts'

/** A gate guards an act, not a page. `alsoRefusedBy` are warnings that stop this one act unless waived. */
export const ACTS = {
  contract: { gates: ['goal', 'choice'], alsoRefusedBy: [] },
  sendBrief: { gates: ['brief', 'trust'], alsoRefusedBy: [] },
  requestRevision: { gates: ['trust'], alsoRefusedBy: ['trust.rounds_used_up'] },
  publish: { gates: ['rules'], alsoRefusedBy: [] },
} as const satisfies Record<string, { readonly gates: readonly Gate[]; readonly alsoRefusedBy: readonly string[] }>
/** An act that gates guard: a row of ACTS. */
export type Act = keyof typeof ACTS

/** Kinds of subject each gate judges; campaign and mix concern everyone, so they always count. */
const KINDS: Readonly<Record<Gate, readonly Subject['kind'][]>> = {
  goal: ['campaign'],
  choice: ['creator', 'mix'],
  brief: ['brief'],
  trust: ['deliverable'],
  rules: ['deliverable'],
}
const isForAll = ({ kind }: Subject) => kind === 'campaign' || kind === 'mix'

/** The judgements of a gate that bear on the subjects; all of them when no subject of the gate's kind was named. */
function selectJudgements(gate: Gate, subjects: readonly Subject[], judgements: readonly Judgement[]): Judgement[] {
  const named = subjects.filter(({ kind }) => KINDS[gate].includes(kind))
  if (named.length === 0) return [...judgements]
  return judgements.filter(({ subject }) => isForAll(subject) || named.some((one) => isSameSubject(one, subject)))
}

function refuseUnjudged(gate: Gate, subjects: readonly Subject[], judgements: readonly Judgement[]): Refusal[] {
  const unjudged = subjects.filter(
    (one) => KINDS[gate].includes(one.kind) && !judgements.some(({ subject }) => isSameSubject(one, subject)),
  )
  if (judgements.length === 0 && unjudged.length === 0) return [{ code: 'gate.open', gate, subject: null, findings: [] }]
  return unjudged.map((subject) => ({ code: 'gate.open', gate, subject, findings: [] }))
}

function refuseJudgement({ gate, subject, state, findings, waivers }: Judgement, alsoRefusedBy: readonly string[]): Refusal[] {
  if (state === 'open') return [{ code: 'gate.open', gate, subject, findings }]
  const isUnsettled = (code: string) => !waivers.some((waiver) => waiver.code === code)
  const stopping = findings.filter(
    ({ code, severity }) => isUnsettled(code) && ((severity === 'block' && state === 'blocked') || alsoRefusedBy.includes(code)),
  )
  return stopping.length === 0 ? [] : [{ code: 'gate.blocked', gate, subject, findings: stopping }]
}

/** Refuses `gate.open` or `gate.blocked` with gate, subject and findings, only for the subjects named: one blocked deliverable never holds up another. */
export function guardAct(act: Act, subjects: Subject | readonly Subject[], spine: Spine): Outcome<null> {
  const { gates, alsoRefusedBy } = ACTS[act]
  const named = 'kind' in subjects ? [subjects] : subjects
  const refusals = gates.flatMap((gate) => {
    const judgements = spine.gates.filter((entry) => entry.gate === gate).flatMap((entry) => entry.judgements)
    return [
      ...refuseUnjudged(gate, named, judgements),
      ...selectJudgements(gate, named, judgements).flatMap((judgement) => refuseJudgement(judgement, alsoRefusedBy)),
    ]
  })
  return refusals.length > 0 ? refuse(...refusals) : accept(null)
}
