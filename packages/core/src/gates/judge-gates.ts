import { GATES, type Gate } from '../campaigns/index.ts'
import type { Sha256 } from '../shared/index.ts'
import { findTurn } from './find-turn.ts'
import type { GateAnswer, GateInput } from './gate-input.ts'
import { judgeBrief } from './judge-brief.ts'
import { judgeChoice } from './judge-choice.ts'
import { judgeGoal } from './judge-goal.ts'
import { judgeRules } from './judge-rules.ts'
import { judgeTrust } from './judge-trust.ts'
import type { GateState, Judgement, Spine } from './schema.ts'
import { settleJudgement } from './settle-judgement.ts'

type Judge = (input: GateInput, sha256: Sha256) => GateAnswer[]
const JUDGES: Readonly<Record<Gate, Judge>> = {
  goal: judgeGoal,
  choice: judgeChoice,
  brief: judgeBrief,
  trust: judgeTrust,
  rules: judgeRules,
}

/** From worst to best: what a gate shows when its subjects differ. */
const WORST_FIRST: readonly GateState[] = ['blocked', 'open', 'waived', 'passed']

function findWorst(judgements: readonly Judgement[]): GateState {
  return WORST_FIRST.find((state) => judgements.some((judgement) => judgement.state === state)) ?? 'open'
}

/**
 * Judges every gate on every subject. `passed` counts only real passes (a waived subject is not one of them);
 * a gate without subjects is open. Pure: clock and SHA-256 come in.
 */
export function judgeGates(input: GateInput, sha256: Sha256): Spine {
  const gates = GATES.map((gate) => {
    const judgements = JUDGES[gate](input, sha256).map((answer) => settleJudgement(answer, input, sha256))
    const passed = judgements.filter(({ state }) => state === 'passed').length
    return { gate, state: findWorst(judgements), passed, total: judgements.length, judgements }
  })
  const published = input.deliverables.filter(({ deliverable }) => deliverable.state === 'published').length
  return { gates, live: { published, total: input.deliverables.length }, turn: findTurn(input) }
}
