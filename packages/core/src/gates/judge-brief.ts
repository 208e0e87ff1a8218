import { checkBrief, isReviewed, listScripted, type Brief } from '../briefs/index.ts'
import { findWhen, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import type { LintItem } from '../compliance/index.ts'
import { say } from '../shared/index.ts'
import { checkAgreement, isTooSoon } from './check-brief-agreement.ts'
import type { BriefUnderJudgement, GateAnswer, GateInput } from './gate-input.ts'
import { listLintFindings } from './list-lint-findings.ts'
import { nameJudgement } from './name-judgement.ts'
import { BRIEF_STATE_NAMES_ZH } from './names-zh.ts'

const NO_BRIEF: Subject = { kind: 'brief', id: 'none' }

function checkReview({ state }: BriefUnderJudgement, localAgency: string | null, subject: Subject): Finding[] {
  const reviewer = localAgency ?? 'local reviewer'
  return findWhen(!isReviewed(state), subject, {
    code: 'brief.not_reviewed',
    severity: 'block',
    because: say(
      `${reviewer} has not approved this version (state: ${state}).`,
      `${localAgency ?? '本地审核人'}尚未批准此版本（状态：${BRIEF_STATE_NAMES_ZH[state]}）。`,
    ),
    fix: say('Submit it for the local review.', '请提交本地审核。'),
  })
}

function checkScript(brief: Brief, { chosen }: GateInput, subject: Subject): Finding[] {
  const scripted = listScripted(brief).length
  const hasKoc = chosen.some(({ account }) => account.creatorType?.value === 'koc')
  return findWhen(hasKoc && scripted > 0, subject, {
    code: 'brief.koc_scripted',
    severity: 'block',
    because: say(
      `The brief demands ${scripted} verbatim texts, and a KOC is among the chosen: a KOC is never scripted.`,
      `Brief 要求照念 ${scripted} 段文字，而名单中有素人（KOC）：素人不得照稿。`,
    ),
    fix: say('Strike the verbatim texts, or give the KOC a brief of their own.', '请删除照念文字，或为素人单独写 brief。'),
    waivable: false,
  })
}

function checkBriefLint(lint: LintItem | null, subject: Subject): Finding[] {
  if (lint !== null) return listLintFindings(lint, subject)
  return findWhen(true, subject, {
    code: 'brief.not_linted',
    severity: 'warn',
    because: say('The text of the brief was not checked against the rules.', 'Brief 文本尚未做合规检查。'),
    fix: say('Run the check on the brief.', '请对 brief 运行检查。'),
  })
}

function listToldKpis({ kpis }: Brief, { goal }: GateInput['campaign']) {
  const told = (goal?.kpis ?? []).filter(({ name }) => kpis.some((kpi) => kpi.name === name))
  return told.map(({ name, target, deadline }) => ({ name, target, deadline }))
}

/** Gate 2, judges the brief version: sections, languages, contradictions, local review, its own wording, agreement with the plan. */
export function judgeBrief(input: GateInput): GateAnswer[] {
  const { brief: version, campaign, chosen, deliverables, today } = input
  if (version === null) {
    const missing = makeFinding(NO_BRIEF, {
      code: 'brief.missing',
      severity: 'info',
      because: say('There is no brief yet.', '还没有 brief。'),
      fix: say('Write the brief from the plan.', '请根据方案撰写 brief。'),
    })
    return [{ gate: 'brief', subject: NO_BRIEF, label: '—', isOpen: true, parts: { brief: null }, findings: [missing] }]
  }
  const subject: Subject = { kind: 'brief', id: version.id }
  return [
    {
      gate: 'brief',
      subject,
      label: `v${version.version}`,
      isOpen: false,
      parts: {
        brief: version.brief,
        // Sending an approved version must not reopen the pass that allowed it.
        review: isReviewed(version.state) ? 'approved' : version.state,
        lint: version.lint === null ? null : nameJudgement(version.lint),
        campaign: { starts: campaign.starts, ends: campaign.ends, localAgency: campaign.localAgency },
        // Only what the brief tells: another target of a KPI it does not name leaves the pass alone.
        kpis: listToldKpis(version.brief, campaign),
        isTooSoon: isTooSoon(version, today),
        chosen: chosen.map(({ account }) => ({ platform: account.platform, type: account.creatorType?.value ?? null })),
        deliverables: deliverables.map(({ deliverable: { creatorId, platform, format, plannedFor } }) => ({
          creatorId,
          platform,
          format,
          plannedFor,
        })),
      },
      findings: [
        ...checkBrief(version.brief, subject, version.previous ?? null),
        ...checkReview(version, campaign.localAgency, subject),
        ...checkScript(version.brief, input, subject),
        ...checkAgreement(version, input, subject),
        ...checkBriefLint(version.lint, subject),
      ],
    },
  ]
}
