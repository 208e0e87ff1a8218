import { tellSecond, type Campaign } from '@kolibra/core/campaigns'
import { nameFormat } from '@kolibra/core/creators'
import { nameKpi } from '@kolibra/core/planning'
import { shareReasons, tellInfeasible, type PlanResult } from '@kolibra/core/selection'
import { formatCount, formatFen, formatShare, joinReasons, say, type Language } from '@kolibra/core/shared'
import type { PlanVoice } from './plan-voice.ts'
import { renderPlanParts } from './render-plan-parts.ts'
import { renderTable } from './render-table.ts'

const WORDS = {
  noPlan: say('No plan.', '没有可行方案。'),
  why: say('Why these', '入选理由'),
  left: say('Left out', '未入选'),
  nobody: say('nobody', '无'),
  creator: say('creator', '达人'),
  role: say('role', '作用'),
  format: say('format', '形式'),
  cost: say('cost', '费用'),
  filed: say('filed', '报备'),
  accepts: say('says yes', '接受概率'),
  yes: say('yes', '是'),
  no: say('no', '否'),
  unknown: say('unknown', '未知'),
  views: say('views P10–P90', '播放/阅读 P10–P90'),
  commit: say('commit P10', '承诺 P10'),
  plan: say('plan P50', '计划 P50'),
  stretch: say('stretch P90', '冲刺 P90'),
  target: say('target', '目标'),
  chance: say('P(target)', '达成概率'),
  none: say('none', '无'),
}

/** A campaign's plan for people: table, ranges, certificate, reasons, who was left out. */
export function renderPlan(campaign: Campaign, plan: PlanResult, voice: PlanVoice): string {
  const { nameOf, language } = voice
  const word = (name: keyof typeof WORDS) => WORDS[name][language]
  const money = withSecond(campaign, campaign.budgetFen, language)
  const head = `${say(`Plan for ${campaign.name}: budget ${money}`, `「${campaign.name}」方案：预算 ${money}`)[language]}${tellRate(campaign, language)}\n\n`
  const { shared, creators } = shareReasons(plan.creators)
  const reasons = list([...tellReasons(plan, language), ...shared.map((line) => line[language])])
  const left = plan.left.map(
    (one) => `${nameOf(one.id)}${COLON[language]}${language === 'zh' ? (one.becauseZh ?? one.because) : one.because}`,
  )
  const tail = left.length === 0 ? '' : `\n${word('left')}\n${list(left)}`
  if (plan.infeasible !== null) {
    const why = list(tellInfeasible(plan, nameOf).map((line) => line[language]))
    return `${head}${word('noPlan')}\n${why}${tail}`
  }
  const why = creators.map((one) => `  ${nameOf(one.id)}\n${list(tellReasons(one, language).map((line) => `  ${line}`))}`).join('')
  const sums = `\n  ${say('Cost', '费用')[language]} ${withSecond(campaign, plan.costFen, language)}${tellRoom(plan, language)}\n`
  const waiting = plan.reserve.length === 0 ? word('nobody') : plan.reserve.map(nameOf).join(language === 'zh' ? '、' : ', ')
  const reserve = `\n${say('Reserve', '候补')[language]}${COLON[language]}${waiting}\n`
  const parts = renderPlanParts(plan, voice)
  return `${head}${renderCreators(plan, voice)}${sums}\n${renderKpis(plan, language)}\n${reasons}${parts}\n${word('why')}\n${why}${reserve}${tail}`
}

function tellRoom({ feeRoomFen = 0 }: PlanResult, language: Language): string {
  if (feeRoomFen === 0) return ''
  return say(
    `, of it ${formatFen(feeRoomFen, 'en')} kept for platform fees that quotes do not state`,
    `，其中 ${formatFen(feeRoomFen, 'zh')} 预留给报价未注明的平台服务费`,
  )[language]
}

const COLON: Readonly<Record<Language, string>> = { en: ': ', zh: '：' }

const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join('')

const tellReasons = (reasons: Parameters<typeof joinReasons>[0], language: Language) => joinReasons(reasons).map((line) => line[language])

const right = { align: 'right' } as const

function renderCreators({ creators }: PlanResult, { nameOf, language }: PlanVoice): string {
  const word = (name: keyof typeof WORDS) => WORDS[name][language]
  const count = (value: number) => formatCount(Math.round(value), language)
  const rows = creators.map(({ id, role, roleZh, format, costFen, filed, forecast, pAccepts }) => [
    nameOf(id),
    language === 'zh' ? (roleZh ?? role) : role,
    nameFormat(format)[language],
    formatFen(costFen, language),
    filed === null ? word('unknown') : word(filed ? 'yes' : 'no'),
    pAccepts === undefined ? word('unknown') : formatShare(pAccepts.p, language),
    forecast === null ? word('unknown') : `${count(forecast.p10)}–${count(forecast.p90)}`,
  ])
  const columns = [
    { title: word('creator') },
    { title: word('role') },
    { title: word('format') },
    { title: word('cost'), ...right },
    { title: word('filed') },
    { title: word('accepts'), ...right },
    { title: word('views'), ...right },
  ]
  return renderTable(columns, rows)
}

function renderKpis({ kpis }: PlanResult, language: Language): string {
  const word = (name: keyof typeof WORDS) => WORDS[name][language]
  const count = (value: number) => formatCount(Math.round(value), language)
  const rows = kpis.map(({ name, p10, p50, p90, target, pTarget, basis }) => [
    `${nameKpi(name)[language]}${basis === 'assumed' ? ' [A]' : ''}`,
    count(p10),
    count(p50),
    count(p90),
    target === null ? word('none') : count(target),
    target === null ? '' : formatShare(pTarget, language),
  ])
  const columns = [
    { title: 'KPI' },
    { title: word('commit'), ...right },
    { title: word('plan'), ...right },
    { title: word('stretch'), ...right },
    { title: word('target'), ...right },
    { title: word('chance'), ...right },
  ]
  return renderTable(columns, rows)
}

function withSecond({ secondCurrency }: Campaign, amountFen: number, language: Language): string {
  const yuan = formatFen(amountFen, language)
  if (secondCurrency === null) return yuan
  const other = tellSecond(amountFen, secondCurrency)
  return language === 'zh' ? `${yuan}（${other}）` : `${yuan} (${other})`
}

function tellRate({ secondCurrency }: Campaign, language: Language): string {
  if (secondCurrency === null) return ''
  const { code, ratePerCny, on, source } = secondCurrency
  const line = say(
    `${code} at ${ratePerCny} per CNY of ${on}, ${source}; shown only, nothing is decided by it.`,
    `${code} 汇率：1 元 = ${ratePerCny}（${on}，${source}）；仅供参考，不影响决策。`,
  )
  return `\n  ${line[language]}`
}
