import { formatExact, say } from '../shared/index.ts'
import { checkGuardRails } from './check-guard-rails.ts'
import { findWhen } from './finding.ts'
import { GOAL_NAMES_ZH, KPI_FIELD_NAMES_ZH, KPI_NAMES_ZH, STAGE_NAMES_ZH } from './names-zh.ts'
import { seriesOfKpi } from './series-table.ts'
import { suggestGoal } from './suggest-goal.ts'
import type { Campaign, Finding, Goal, Kpi, Subject } from './schema.ts'

const isBlank = (text: string) => text.trim() === ''

const FIX_BY_SERIES = say(
  'Import the brand’s series or type it in by day: the baseline is computed from its last 28 days. Or enter a value with its source.',
  '请导入品牌侧数据或逐日录入，系统按近 28 天计算基线；也可填写数值及来源。',
)
const FIX_BY_HAND = say(
  'Enter what comparable posts brought before, with its source, for example an earlier campaign.',
  '请填写同类内容以往的数值及来源，例如以往的项目。',
)

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
        `KPI「${nameZh}」截止 ${kpi.deadline}，早于项目开始日 ${campaign.starts}。`,
      ),
      fix: say('Move the deadline.', '请调整截止日。'),
      waivable: false,
    }),
    ...findWhen(!isBeforeStart && kpi.deadline < campaign.ends, subject, {
      code: 'goal.deadline_before_end',
      severity: 'warn',
      because: say(
        `KPI ${kpi.name} is due ${kpi.deadline}, before the campaign ends on ${campaign.ends}.`,
        `KPI「${nameZh}」截止 ${kpi.deadline}，早于项目结束日 ${campaign.ends}。`,
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
      fix: seriesOfKpi(kpi.name) === null ? FIX_BY_HAND : FIX_BY_SERIES,
    }),
    ...checkBaseline(kpi, subject),
  ]
}

function checkBaseline(kpi: Kpi, subject: Subject): Finding[] {
  const { baseline, baselineBasis, target } = kpi
  if (baseline === null) return []
  const nameZh = KPI_NAMES_ZH[kpi.name]
  const amounts = { target: formatExact(target), baseline: formatExact(baseline) }
  return [
    ...findWhen(!baselineBasis, subject, {
      code: 'goal.baseline_unsourced',
      severity: 'warn',
      because: say(
        `The baseline ${amounts.baseline} of KPI ${kpi.name} names no source.`,
        `KPI「${nameZh}」的基线 ${amounts.baseline} 未注明来源。`,
      ),
      fix: say('Say where the baseline comes from, or compute it from a series.', '请注明基线来源，或由数据序列计算。'),
    }),
    ...findWhen(target <= baseline, subject, {
      code: 'goal.target_below_baseline',
      severity: 'warn',
      because: say(
        `The target ${amounts.target} of KPI ${kpi.name} is not above its baseline ${amounts.baseline}: it would be reached without the campaign.`,
        `KPI「${nameZh}」的目标 ${amounts.target} 不高于基线 ${amounts.baseline}：不做推广也能达到。`,
      ),
      fix: say('Raise the target above the baseline.', '请把目标定在基线之上。'),
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
    ...checkGuardRails(goal.guardRails ?? [], subject),
  ]
}
