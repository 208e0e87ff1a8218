import { isReviewed, isSameKind, listRowsFor, type Brief, type PostKind } from '../briefs/index.ts'
import { findWhen, KPI_NAMES_ZH, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import { addDays, FORMAT_NAMES_ZH, groupBy, nameZh, PLATFORM_NAMES_ZH, readDay, say } from '../shared/index.ts'
import type { BriefUnderJudgement, GateInput } from './gate-input.ts'
import { THRESHOLDS } from './gate-threshold-table.ts'

const nameFormatZh = ({ platform, format }: PostKind) => `${nameZh(PLATFORM_NAMES_ZH, platform)}${nameZh(FORMAT_NAMES_ZH, format)}`

function checkPlaces(brief: Brief, { campaign, chosen, deliverables }: GateInput, subject: Subject): Finding[] {
  const offered: readonly string[] = brief.deliverables.map(({ platform }) => platform)
  const planned = [...new Set(chosen.map(({ account }) => account.platform))]
  const absent = planned.filter((platform) => !offered.includes(platform))
  const idle = [...new Set(offered)].filter((platform) => chosen.length > 0 && !planned.includes(platform))
  const outside = brief.deliverables.filter(({ windowFrom, windowTo }) => windowFrom < campaign.starts || windowTo > campaign.ends)
  const strange = deliverables
    .map(({ deliverable }) => deliverable)
    .filter((post) => offered.includes(post.platform) && listRowsFor(brief.deliverables, post).length === 0)
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
      fix: say('Correct the window or the campaign’s dates.', '请更正窗口或项目日期。'),
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

type Slot = Brief['deliverables'][number]

/** How many posts of a kind each creator has, where it is not what the brief asks of each. */
function checkCounts(brief: Brief, { deliverables }: GateInput, subject: Subject): Finding[] {
  const planned = deliverables.map(({ deliverable }) => deliverable)
  const wrong = brief.deliverables.flatMap((slot: Slot) => {
    const asked = listRowsFor(brief.deliverables, slot).reduce((sum, { count }) => sum + count, 0)
    const byCreator = [
      ...groupBy(
        planned.filter((post) => isSameKind(post, slot)),
        ({ creatorId }) => creatorId,
      ).values(),
    ]
    const counts = byCreator.map(({ length }) => length).filter((count) => count !== asked)
    return counts.length === 0 ? [] : [{ slot, asked, counts }]
  })
  const [first] = wrong
  if (first === undefined) return []
  const { slot, asked, counts } = first
  return [
    makeFinding(subject, {
      code: 'brief.count_differs',
      severity: 'warn',
      because: say(
        `The brief asks each creator for ${asked} × ${slot.platform} ${slot.format}; ${counts.length} of them have another number (${counts[0]}).`,
        `Brief 要求每位达人交付 ${asked} 篇${nameFormatZh(slot)}，有 ${counts.length} 位的排期不是这个数（${counts[0]} 篇）。`,
      ),
      fix: say('Correct the count in the brief or the plan.', '请更正 brief 的篇数或排期。'),
    }),
  ]
}

function checkPlannedDays(brief: Brief, { deliverables }: GateInput, subject: Subject): Finding[] {
  const outside = deliverables.filter(({ deliverable }) => {
    const day = deliverable.plannedFor === null ? null : readDay(deliverable.plannedFor)
    const windows = listRowsFor(brief.deliverables, deliverable)
    return day !== null && windows.length > 0 && windows.every(({ windowFrom, windowTo }) => day < windowFrom || day > windowTo)
  })
  return findWhen(outside.length > 0, subject, {
    code: 'brief.planned_outside_window',
    severity: 'warn',
    because: say(
      `${outside.length} of ${deliverables.length} posts are planned for a day outside the window of the brief.`,
      `${deliverables.length} 篇排期中有 ${outside.length} 篇不在 brief 的发布窗口内。`,
    ),
    fix: say('Move the day or the window.', '请调整发布日期或窗口。'),
  })
}

/** KPIs the brief tells otherwise than the goal has them. */
function checkKpis(brief: Brief, { campaign }: GateInput, subject: Subject): Finding[] {
  const goals = campaign.goal?.kpis ?? []
  return brief.kpis.flatMap(({ name, target, deadline }) => {
    const goal = goals.find((kpi) => kpi.name === name)
    const isTargetWrong = target !== null && target !== goal?.target
    const isDeadlineWrong = deadline !== null && deadline !== goal?.deadline
    return findWhen(goal === undefined || isTargetWrong || isDeadlineWrong, subject, {
      code: 'brief.kpi_differs',
      severity: 'block',
      because:
        goal === undefined
          ? say(
              `The brief names the KPI ${name}, which the goal does not have.`,
              `Brief 写了 KPI「${nameZh(KPI_NAMES_ZH, name)}」，目标中没有。`,
            )
          : say(
              `The brief says ${name} ${target ?? '—'} by ${deadline ?? '—'}, the goal ${goal.target} by ${goal.deadline}.`,
              `Brief 写${nameZh(KPI_NAMES_ZH, name)} ${target ?? '—'}（${deadline ?? '—'}），目标为 ${goal.target}（${goal.deadline}）。`,
            ),
      fix: say('Take the KPI over from the goal.', '请按目标更正 KPI。'),
    })
  })
}

/** True while an unapproved brief has a window that begins before an order could be filed. */
export function isTooSoon({ state, brief }: BriefUnderJudgement, today: string): boolean {
  const earliest = addDays(today, THRESHOLDS.filingLeadDays.value)
  return !isReviewed(state) && brief.deliverables.some(({ windowFrom }) => windowFrom < earliest)
}

function checkLead(version: BriefUnderJudgement, { today }: GateInput, subject: Subject): Finding[] {
  const days = THRESHOLDS.filingLeadDays.value
  return findWhen(isTooSoon(version, today), subject, {
    code: 'brief.window_too_soon',
    severity: 'warn',
    because: say(
      `A window begins less than ${days} days from ${today}; review and filing on the platform need that long.`,
      `有发布窗口距 ${today} 不足 ${days} 天，审稿与平台报备来不及。`,
    ),
    fix: say('Begin later, or file the order at once.', '请推迟窗口，或尽快下单报备。'),
  })
}

/** Where a brief does not agree with the goal, the plan, the contracts or the calendar. */
export function checkAgreement(version: BriefUnderJudgement, input: GateInput, subject: Subject): Finding[] {
  const { brief } = version
  return [
    ...checkPlaces(brief, input, subject),
    ...checkCounts(brief, input, subject),
    ...checkPlannedDays(brief, input, subject),
    ...checkKpis(brief, input, subject),
    ...checkLead(version, input, subject),
  ]
}
