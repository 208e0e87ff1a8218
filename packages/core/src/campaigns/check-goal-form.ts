import { say } from '../shared/index.ts'
import { findWhen } from './finding.ts'
import { GOAL_NAMES_ZH, KPI_FIELD_NAMES_ZH, KPI_NAMES_ZH, STAGE_NAMES_ZH } from './names-zh.ts'
import { suggestGoal } from './suggest-goal.ts'
import type { Campaign, Finding, Goal, Kpi, Subject } from './schema.ts'

const isBlank = (text: string) => text.trim() === ''

function checkKpi(kpi: Kpi, campaign: Pick<Campaign, 'starts' | 'ends'>, subject: Subject): Finding[] {
  const nameZh = KPI_NAMES_ZH[kpi.name]
  const blank = (['unit', 'definition', 'deliveredBy'] as const).filter((field) => isBlank(kpi[field]))
  const isBeforeStart = kpi.deadline < campaign.starts
  return [
    ...findWhen(blank.length > 0, subject, {
      code: 'goal.kpi_incomplete',
      severity: 'block',
      because: say(
        `KPI ${kpi.name} lacks ${blank.join(', ')}.`,
        `KPI「${nameZh}」缺少${blank.map((field) => KPI_FIELD_NAMES_ZH[field]).join('、')}。`,
      ),
      fix: say('Fill the fields of this KPI.', '请补全该 KPI 的字段。'),
    }),
    ...findWhen(isBeforeStart, subject, {
      code: 'goal.deadline_before_start',
      severity: 'block',
      because: say(
        `KPI ${kpi.name} is due ${kpi.deadline}, before the campaign starts on ${campaign.starts}.`,
        `KPI「${nameZh}」截止 ${kpi.deadline}，早于推广开始日 ${campaign.starts}。`,
      ),
      fix: say('Move the deadline.', '请调整截止日。'),
      waivable: false,
    }),
    ...findWhen(!isBeforeStart && kpi.deadline < campaign.ends, subject, {
      code: 'goal.deadline_before_end',
      severity: 'warn',
      because: say(
        `KPI ${kpi.name} is due ${kpi.deadline}, before the campaign ends on ${campaign.ends}.`,
        `KPI「${nameZh}」截止 ${kpi.deadline}，早于推广结束日 ${campaign.ends}。`,
      ),
      fix: say('Set the deadline after the last post has had its days.', '请把截止日定在最后一条内容沉淀之后。'),
    }),
    ...findWhen(kpi.baseline === null, subject, {
      code: 'goal.baseline_unknown',
      severity: 'warn',
      because: say(
        `KPI ${kpi.name} has no baseline: the target is judged in absolute numbers only.`,
        `KPI「${nameZh}」没有基线：只能按绝对值判断目标。`,
      ),
      fix: say('Enter the value of the last 28 days with its source.', '请填写近 28 天数值及来源。'),
    }),
  ]
}

/** What is missing or odd in the goal as written; knows nothing of the mix. Codes `goal.*`. */
export function checkGoalForm(goal: Goal, campaign: Pick<Campaign, 'stage' | 'starts' | 'ends'>, subject: Subject): Finding[] {
  const suggested = suggestGoal(campaign.stage)
  const example = suggested.kpis[0]?.name
  const names = goal.kpis.map(({ name }) => name)
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return [
    ...findWhen(goal.kpis.length === 0, subject, {
      code: 'goal.no_kpi',
      severity: 'block',
      because: say('The goal has no KPI, so nobody could say whether it was reached.', '目标没有 KPI，无法判断是否达成。'),
      fix: say(`Add one, for example ${example ?? ''}.`, `请添加 KPI，例如「${example === undefined ? '' : KPI_NAMES_ZH[example]}」。`),
      waivable: false,
    }),
    ...findWhen(repeated.length > 0, subject, {
      code: 'goal.kpi_repeated',
      severity: 'block',
      because: say(
        `${repeated.join(', ')} stands twice among the KPIs.`,
        `KPI「${repeated.map((name) => KPI_NAMES_ZH[name]).join('、')}」重复。`,
      ),
      fix: say('Keep one of them.', '请保留其中一个。'),
      waivable: false,
    }),
    ...findWhen(goal.primary !== suggested.primary && isBlank(goal.reasonForOtherGoal ?? ''), subject, {
      code: 'goal.other_without_reason',
      severity: 'block',
      because: say(
        `A brand at stage "${campaign.stage}" leads to ${suggested.primary}; ${goal.primary} was chosen without a reason.`,
        `品牌阶段「${STAGE_NAMES_ZH[campaign.stage]}」建议目标为「${GOAL_NAMES_ZH[suggested.primary]}」；选择了「${GOAL_NAMES_ZH[goal.primary]}」却未说明理由。`,
      ),
      fix: say('Write down the reason for the other goal.', '请写明选择其他目标的理由。'),
    }),
    ...goal.kpis.flatMap((kpi) => checkKpi(kpi, campaign, subject)),
  ]
}
