import type { Campaign } from '../campaigns/index.ts'
import { nameKpi } from '../planning/index.ts'
import { formatFen, formatShare, say, type Localized } from '../shared/index.ts'
import { listUnforecast } from './brought-kpis.ts'
import type { PlanCandidate } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

/** Which targets are unlikely, what budget would help, which KPIs nobody can forecast. */
export function explainKpis(campaign: Campaign, kpis: PlanResult['kpis'], budgetFor: PlanResult['budgetFor']): Localized[] {
  const unlikely = kpis.filter(({ pTarget, basis }) => basis !== 'assumed' && pTarget !== null && pTarget < 0.5)
  return [
    ...unlikely.map(({ name, pTarget }) => {
      const kpi = nameKpi(name)
      return say(
        `The target for ${kpi.en} is reached with ${formatShare(pTarget, 'en')} only: less likely than not.`,
        `「${kpi.zh}」目标达成概率仅 ${formatShare(pTarget, 'zh')}：未达成的可能性更大。`,
      )
    }),
    ...(unlikely.length > 0 ? [tellBudget(budgetFor?.p50Fen, 0.5), tellBudget(budgetFor?.p80Fen, 0.8)] : []),
    ...kpis.flatMap(({ name, because }) => {
      const kpi = nameKpi(name)
      return because === undefined
        ? []
        : [
            say(
              `Forecast of ${kpi.en}: views × what a view brings. ${because.en}`,
              `「${kpi.zh}」预估：播放/阅读 × 单次带来的数量。${because.zh}`,
            ),
          ]
    }),
    ...listUnforecast(campaign).map(({ name, missing }) => {
      const kpi = nameKpi(name)
      return say(`The KPI ${kpi.en} is not forecast: ${missing.en}`, `「${kpi.zh}」不作预估：${missing.zh}`)
    }),
    say(
      'Every forecast is of a sponsored post: the creator’s everyday posts, and what sponsoring changed for them and on the platform; the less is known of that, the wider the range [A].',
      '所有预估均针对商单作品：以达人日常作品为基础，加上商单对该达人及所在平台的影响；所知越少，区间越宽 [A]。',
    ),
  ]
}

function tellBudget(amountFen: number | null | undefined, chance: number): Localized {
  const [en, zh] = [formatShare(chance, 'en'), formatShare(chance, 'zh')]
  if (amountFen == null) return say(`No budget in this pool makes it ${en}.`, `在现有达人范围内，任何预算都无法使概率达到 ${zh}。`)
  return say(`${formatFen(amountFen, 'en')} would make it ${en}.`, `预算 ${formatFen(amountFen, 'zh')} 可使概率达到 ${zh}。`)
}

/** The shares by which room is kept, each once with its source. */
function tellRates(chosen: readonly PlanCandidate[]): Localized {
  const rows = chosen.flatMap(({ quote, feeRow }) => (quote.platformFee === null ? [feeRow] : []))
  const told = rows.map(({ share, source }) =>
    say(`${formatShare(share, 'en')} of each price, ${source}`, `按报价的 ${formatShare(share, 'zh')}，${source}`),
  )
  return say([...new Set(told.map(({ en }) => en))].join('; '), [...new Set(told.map(({ zh }) => zh))].join('；'))
}

/** A plan for days that are over buys nothing: said, not refused, since one may plan again what was. */
export function explainDays({ starts, ends }: Pick<Campaign, 'starts' | 'ends'>, asOf: string): Localized[] {
  if (ends < asOf)
    return [
      say(
        `The campaign ended on ${ends}, before the day of this plan, ${asOf}: nothing of it can be booked any more.`,
        `项目已于 ${ends} 结束，早于本方案日期 ${asOf}：方案已无法执行。`,
      ),
    ]
  if (starts >= asOf) return []
  return [
    say(
      `The campaign began on ${starts}, before the day of this plan, ${asOf}: not all of its days are left.`,
      `项目已于 ${starts} 开始，早于本方案日期 ${asOf}：可用天数不足。`,
    ),
  ]
}

/** What is not known of the chosen creators and makes the plan less certain than it looks. */
export function explainGaps(chosen: readonly PlanCandidate[]): Localized[] {
  const all = chosen.length
  const blind = chosen.filter(({ knowsAudience }) => !knowsAudience).length
  const feeless = chosen.filter(({ quote }) => quote.platformFee === null).length
  const roomFen = chosen.reduce((sum, { feeRoomFen }) => sum + feeRoomFen, 0)
  const rates = tellRates(chosen)
  const unfiled = chosen.filter(({ quote }) => quote.filed === null).length
  const gaps = [
    {
      count: blind,
      text: say(
        `The audience of ${blind} of ${all} creators is not fully known: reach is less certain than its range shows.`,
        `${all} 位达人中有 ${blind} 位受众画像不完整：触达的不确定性大于所示区间。`,
      ),
    },
    {
      count: feeless,
      text: say(
        `For ${feeless} of ${all} quotes the platform fee is unknown and comes on top: ${formatFen(roomFen, 'en')} of the budget are kept for it (${rates.en}).`,
        `${all} 份报价中有 ${feeless} 份平台服务费未知，需另行支付：已在预算内预留 ${formatFen(roomFen, 'zh')}（${rates.zh}）。`,
      ),
    },
    {
      count: unfiled,
      text: say(
        `For ${unfiled} of ${all} quotes it is unknown whether the cooperation is filed: settle it before booking.`,
        `${all} 份报价中有 ${unfiled} 份是否报备未知：下单前请确认。`,
      ),
    },
  ]
  return gaps.filter(({ count }) => count > 0).map(({ text }) => text)
}
