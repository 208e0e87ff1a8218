import { checkBrief, isReviewed, isSent, PLAYBACK_FIELD_TEXTS, listScripted, type Brief } from '../briefs/index.ts'
import { findWhen, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import type { LintItem } from '../compliance/index.ts'
import { say } from '../shared/index.ts'
import { checkAgreement, isTooSoon } from './check-brief-agreement.ts'
import type { BriefUnderJudgement, GateAnswer, GateInput } from './gate-input.ts'
import { listLintFindings } from './list-lint-findings.ts'
import { nameJudgement } from './name-judgement.ts'
import { BRIEF_STATE_NAMES_ZH } from './names-zh.ts'

const NO_BRIEF: Subject = { kind: 'brief', id: 'none' }

const reviewOf = ({ state, review }: BriefUnderJudgement) =>
  review ?? { reviewers: 1, isApproved: isReviewed(state), isEnteredByAuthor: false }

function checkReview(version: BriefUnderJudgement, localAgency: string | null, subject: Subject): Finding[] {
  const review = reviewOf(version)
  if (review.isApproved) return checkApproval(review.isEnteredByAuthor, subject)
  if (review.reviewers === 0)
    return findWhen(true, subject, {
      code: 'brief.no_local_reviewer',
      severity: 'block',
      because: say(
        `Nobody ${localAgency === null ? 'is named who' : `of ${localAgency}`} may review this version: it takes somebody other than its author who knows the market.`,
        `${localAgency ?? '本项目'}尚无可审核此版本的人员：须由作者以外、了解本地市场的人审核。`,
      ),
      fix: say('Name a local reviewer on the parties of the campaign.', '请在参与方中登记本地审核人。'),
    })
  const reviewer = localAgency ?? 'local reviewer'
  return findWhen(true, subject, {
    code: 'brief.not_reviewed',
    severity: 'block',
    because: say(
      `${reviewer} has not approved this version (state: ${version.state}).`,
      `${localAgency ?? '本地审核人'}尚未批准此版本（状态：${BRIEF_STATE_NAMES_ZH[version.state]}）。`,
    ),
    fix: say('Submit it for the local review.', '请提交本地审核。'),
    waivable: false,
  })
}

function checkApproval(isEnteredByAuthor: boolean, subject: Subject): Finding[] {
  return findWhen(isEnteredByAuthor, subject, {
    code: 'brief.approval_entered_by_author',
    severity: 'info',
    because: say(
      'The approval of the local reviewer was typed in by the author of this version.',
      '本地审核人的批准由此版本的作者代为录入。',
    ),
    fix: say('Keep what the reviewer wrote; the note says where it stands.', '请保留审核人的原话，备注中已写明出处。'),
  })
}

function checkUnderstanding({ understanding = [], state }: BriefUnderJudgement, subject: Subject): Finding[] {
  const otherwise = understanding.filter(({ open }) => open.length > 0)
  const fields = [...new Set(otherwise.flatMap(({ open }) => open.map(({ field }) => field)))]
  const waiting = understanding.filter(({ isAnswered }) => !isAnswered).length
  return [
    ...findWhen(otherwise.length > 0, subject, {
      code: 'brief.understood_otherwise',
      severity: 'warn',
      because: say(
        `Parties that understood this version otherwise: ${otherwise.length} (${fields.map((field) => PLAYBACK_FIELD_TEXTS[field].en).join(', ')}).`,
        `对此版本理解不一致的参与方：${otherwise.length} 个（${fields.map((field) => PLAYBACK_FIELD_TEXTS[field].zh).join('、')}）。`,
      ),
      fix: say(
        'Settle each difference: a corrected playback, a clearer brief, or one side accepts.',
        '请逐项确认：由对方更正复述、修改 brief，或一方接受。',
      ),
    }),
    ...findWhen(isSent(state) && waiting > 0, subject, {
      code: 'brief.not_played_back',
      severity: 'info',
      because: say(
        `Parties that have not played this version back: ${waiting} of ${understanding.length}.`,
        `尚未复述此版本的参与方：${waiting} / ${understanding.length}。`,
      ),
      fix: say('Ask each of them what they will deliver.', '请逐一确认对方将交付的内容。'),
    }),
  ]
}

/** The review as the pass is bound to it. Sending an approved or a waived version must not reopen the pass that allowed it. */
function nameReview(version: BriefUnderJudgement): string {
  const review = reviewOf(version)
  if (review.isApproved) return 'approved'
  return review.reviewers === 0 ? 'none_named' : version.state
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
        review: nameReview(version),
        understanding: (version.understanding ?? []).flatMap(({ open }) => open.map(({ key }) => key)).toSorted(),
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
        ...checkUnderstanding(version, subject),
        ...checkScript(version.brief, input, subject),
        ...checkAgreement(version, input, subject),
        ...checkBriefLint(version.lint, subject),
      ],
    },
  ]
}
