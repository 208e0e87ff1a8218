import type { Campaign } from '@kolibra/core/campaigns'
import type { PlanResult } from '@kolibra/core/selection'
import { formatCount, formatFen, formatShare } from '@kolibra/core/shared'
import { renderTable } from './render-table.ts'

const count = (value: number | null) => formatCount(value === null ? null : Math.round(value), 'en')

/** What a person calls an account; its id when it has no name. */
export type NameOf = (id: string) => string

/** A campaign's plan for people: table, ranges, certificate, reasons, who was left out. */
export function renderPlan(campaign: Campaign, plan: PlanResult, nameOf: NameOf): string {
  const head = `Plan for ${campaign.name}: budget ${withSecond(campaign, campaign.budgetFen)}${tellRate(campaign)}\n\n`
  const reasons = list(plan.because)
  const left = plan.left.length === 0 ? '' : `\nLeft out\n${list(plan.left.map(({ id, because }) => `${nameOf(id)}: ${because}`))}`
  if (plan.infeasible !== null) return `${head}No plan.\n${reasons}${left}`
  const sums = `\n  Cost ${withSecond(campaign, plan.costFen)}\n`
  const why = plan.creators.map(({ id, because }) => `  ${nameOf(id)}\n${because.map((line) => `    ${line}\n`).join('')}`).join('')
  const reserve = `\nReserve: ${plan.reserve.length === 0 ? 'nobody' : plan.reserve.map(nameOf).join(', ')}\n`
  return `${head}${renderCreators(plan, nameOf)}${sums}\n${renderKpis(plan)}\n${reasons}\nWhy these\n${why}${reserve}${left}`
}

const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join('')

function renderCreators({ creators }: PlanResult, nameOf: NameOf): string {
  const rows = creators.map(({ id, role, format, costFen, filed, forecast }) => [
    nameOf(id),
    role,
    format,
    formatFen(costFen, 'en'),
    filed === null ? 'unknown' : filed ? 'yes' : 'no',
    forecast === null ? 'unknown' : `${count(forecast.p10)}–${count(forecast.p90)}`,
  ])
  const right = { align: 'right' } as const
  const columns = [
    { title: 'creator' },
    { title: 'role' },
    { title: 'format' },
    { title: 'cost', ...right },
    { title: 'filed' },
    { title: 'views P10–P90', ...right },
  ]
  return renderTable(columns, rows)
}

function renderKpis({ kpis }: PlanResult): string {
  const right = { align: 'right' } as const
  const rows = kpis.map(({ name, p10, p50, p90, target, pTarget }) => [
    name,
    count(p10),
    count(p50),
    count(p90),
    target === null ? 'none' : count(target),
    target === null ? '' : formatShare(pTarget, 'en'),
  ])
  const columns = [
    { title: 'KPI' },
    { title: 'commit P10', ...right },
    { title: 'plan P50', ...right },
    { title: 'stretch P90', ...right },
    { title: 'target', ...right },
    { title: 'P(target)', ...right },
  ]
  return renderTable(columns, rows)
}

function withSecond({ secondCurrency }: Campaign, amountFen: number): string {
  if (secondCurrency === null) return formatFen(amountFen, 'en')
  const other = Math.round((amountFen / 100) * secondCurrency.ratePerCny).toLocaleString('en-US')
  return `${formatFen(amountFen, 'en')} (${secondCurrency.code} ${other})`
}

function tellRate({ secondCurrency }: Campaign): string {
  if (secondCurrency === null) return ''
  const { code, ratePerCny, on, source } = secondCurrency
  return `\n  ${code} at ${ratePerCny} per CNY of ${on}, ${source}; shown only, nothing is decided by it.`
}
