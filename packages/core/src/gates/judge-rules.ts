import { findWhen, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import { hashText, nameFactZh } from '../compliance/index.ts'
import type { Deliverable, Draft } from '../content/index.ts'
import { readDay, say, type Sha256 } from '../shared/index.ts'
import { checkSources } from './check-sources.ts'
import type { DeliverableUnderJudgement, GateAnswer, GateInput } from './gate-input.ts'
import { listLintFindings } from './list-lint-findings.ts'
import { nameJudgement } from './name-judgement.ts'

/** What the check depends on: the text it was made of, the day of publication and the rulebook in force. */
interface Circumstances {
  readonly isTextChanged: boolean
  readonly plannedDay: string | null
  readonly isPast: boolean
  readonly rulebook: string | null
}

function readCircumstances({ state, plannedFor }: Deliverable, { today, rulebook }: GateInput, isTextChanged: boolean): Circumstances {
  // A published post was judged by the rules of its day; later rules do not reopen it.
  if (state === 'published') return { isTextChanged, plannedDay: null, isPast: false, rulebook: null }
  const plannedDay = plannedFor === null ? null : readDay(plannedFor)
  // Not `today` itself: a pass must not end at midnight for no reason.
  return { isTextChanged, plannedDay, isPast: plannedDay !== null && plannedDay < today, rulebook: rulebook ?? null }
}

function checkFreshness(
  { facts, lint }: Draft,
  { isTextChanged, plannedDay, isPast, rulebook }: Circumstances,
  subject: Subject,
): Finding[] {
  const checkedFor = readDay(facts.publishAt ?? '')
  const stale = [
    ...(isTextChanged ? [say('the text is not the one that was checked', '稿件文字与检查时不一致')] : []),
    ...(plannedDay !== null && checkedFor !== null && checkedFor !== plannedDay
      ? [say(`it was checked for ${checkedFor}, now planned for ${plannedDay}`, `检查时按 ${checkedFor} 发布，现计划 ${plannedDay}`)]
      : []),
    ...(isPast ? [say(`the planned day ${plannedDay ?? ''} has passed`, `计划发布日 ${plannedDay ?? ''} 已过`)] : []),
    ...(rulebook !== null && lint.rulebook !== rulebook
      ? [say(`it was checked with rulebook ${lint.rulebook}, now ${rulebook}`, `检查所用规则库为 ${lint.rulebook}，现为 ${rulebook}`)]
      : []),
  ]
  return findWhen(stale.length > 0, subject, {
    code: 'draft.check_stale',
    severity: 'block',
    because: say(
      `The check is out of date: ${stale.map(({ en }) => en).join('; ')}.`,
      `检查已过期：${stale.map(({ zh }) => zh).join('；')}。`,
    ),
    fix: say('Submit the draft again; it is checked as it stands now.', '请重新提交这一稿，系统会按现在的文字、日期和规则库再检测。'),
    waivable: false,
  })
}

function checkMissingFacts({ lint }: Draft, subject: Subject): Finding[] {
  return findWhen(lint.missing.length > 0, subject, {
    code: 'draft.facts_missing',
    severity: 'info',
    because: say(
      `Not known, and it could change the verdict: ${lint.missing.join(', ')}.`,
      `以下事实未知，可能改变结论：${lint.missing.map(nameFactZh).join('、')}。`,
    ),
    fix: say('Fill in the facts and check again.', '请补全后重新检查。'),
  })
}

function judgeOne(item: DeliverableUnderJudgement, input: GateInput, sha256: Sha256): GateAnswer {
  const { deliverable, draft } = item
  const subject: Subject = { kind: 'deliverable', id: deliverable.id }
  const answer = { gate: 'rules' as const, subject, label: deliverable.creatorName ?? deliverable.creatorId }
  if (draft === null) {
    const missing = makeFinding(subject, {
      code: 'draft.missing',
      severity: 'info',
      because: say('There is no draft yet.', '还没有稿件。'),
      fix: say('Wait for the creator’s draft.', '请等待达人提交稿件。'),
    })
    return { ...answer, isOpen: true, parts: { draft: null }, findings: [missing] }
  }
  const isTextChanged = draft.check != null && draft.check.textHash !== hashText(draft.facts, sha256)
  const circumstances = readCircumstances(deliverable, input, isTextChanged)
  return {
    ...answer,
    isOpen: false,
    parts: {
      draft: draft.facts,
      check: nameJudgement(draft.lint),
      schedule: { plannedDay: circumstances.plannedDay, isPast: circumstances.isPast },
      // Named only while the check lags behind it: a rulebook that says the same of this text reopens nothing.
      rulebook: draft.lint.rulebook === circumstances.rulebook ? null : circumstances.rulebook,
    },
    findings: [
      ...listLintFindings(draft.lint, subject),
      ...checkFreshness(draft, circumstances, subject),
      ...checkMissingFacts(draft, subject),
      ...checkSources(draft, deliverable, input),
    ],
  }
}

/** Gate 5, judges each deliverable: the linter's verdict on its draft, as of its text, its publish date and the rulebook in force. */
export function judgeRules(input: GateInput, sha256: Sha256): GateAnswer[] {
  return input.deliverables.map((item) => judgeOne(item, input, sha256))
}
