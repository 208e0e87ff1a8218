import { checkBrief, isReviewed, listScripted, type Brief } from '../briefs/index.ts'
import { findWhen, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import type { LintItem } from '../compliance/index.ts'
import { FORMAT_NAMES_ZH, nameZh, PLATFORM_NAMES_ZH, say } from '../shared/index.ts'
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

const nameFormatZh = ({ platform, format }: { platform: string; format: string }) =>
  `${nameZh(PLATFORM_NAMES_ZH, platform)}${nameZh(FORMAT_NAMES_ZH, format)}`

function checkAgreement(brief: Brief, { campaign, chosen, deliverables }: GateInput, subject: Subject): Finding[] {
  const offered: readonly string[] = brief.deliverables.map(({ platform }) => platform)
  const planned = [...new Set(chosen.map(({ account }) => account.platform))]
  const absent = planned.filter((platform) => !offered.includes(platform))
  const idle = [...new Set(offered)].filter((platform) => chosen.length > 0 && !planned.includes(platform))
  const outside = brief.deliverables.filter(({ windowFrom, windowTo }) => windowFrom < campaign.starts || windowTo > campaign.ends)
  const strange = deliverables
    .map(({ deliverable }) => deliverable)
    .filter(
      ({ platform, format }) =>
        offered.includes(platform) && !brief.deliverables.some((one) => one.platform === platform && one.format === format),
    )
  return [
    ...findWhen(absent.length > 0, subject, {
      code: 'brief.platform_missing',
      severity: 'block',
      because: say(
        `Creators are chosen on ${absent.join(', ')}, but the brief asks for nothing there.`,
        `已选${absent.map((key) => nameZh(PLATFORM_NAMES_ZH, key)).join('、')}达人，但 brief 中没有该平台的交付内容。`,
      ),
      fix: say('Add the deliverable to the brief.', '请在 brief 中补充交付内容。'),
    }),
    ...findWhen(idle.length > 0, subject, {
      code: 'brief.platform_unplanned',
      severity: 'warn',
      because: say(
        `The brief asks for posts on ${idle.join(', ')}, where nobody is chosen.`,
        `Brief 要求在${idle.map((key) => nameZh(PLATFORM_NAMES_ZH, key)).join('、')}发布，但该平台没有入选达人。`,
      ),
      fix: say('Strike it or choose somebody there.', '请删除，或补充该平台达人。'),
    }),
    ...findWhen(outside.length > 0, subject, {
      code: 'brief.window_outside',
      severity: 'warn',
      because: say(
        `A posting window lies outside ${campaign.starts} to ${campaign.ends}.`,
        `有发布窗口超出 ${campaign.starts} 至 ${campaign.ends}。`,
      ),
      fix: say('Correct the window or the campaign’s dates.', '请更正窗口或推广日期。'),
    }),
    ...findWhen(strange.length > 0, subject, {
      code: 'brief.format_differs',
      severity: 'warn',
      because: say(
        `Planned formats the brief does not name: ${[...new Set(strange.map(({ platform, format }) => `${platform} ${format}`))].join(', ')}.`,
        `Brief 未写明的计划形式：${[...new Set(strange.map(nameFormatZh))].join('、')}。`,
      ),
      fix: say('Name the format in the brief or change the plan.', '请在 brief 中写明形式，或调整计划。'),
    }),
  ]
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

/** Gate 2, judges the brief version: sections, languages, contradictions, local review, its own wording, agreement with the plan. */
export function judgeBrief(input: GateInput): GateAnswer[] {
  const { brief: version, campaign, chosen, deliverables } = input
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
        chosen: chosen.map(({ account }) => ({ platform: account.platform, type: account.creatorType?.value ?? null })),
        deliverables: deliverables.map(({ deliverable }) => ({ platform: deliverable.platform, format: deliverable.format })),
      },
      findings: [
        ...checkBrief(version.brief, subject),
        ...checkReview(version, campaign.localAgency, subject),
        ...checkScript(version.brief, input, subject),
        ...checkAgreement(version.brief, input, subject),
        ...checkBriefLint(version.lint, subject),
      ],
    },
  ]
}
