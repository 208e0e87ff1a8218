import { nameGuard, type Finding } from '@kolibra/core/campaigns'
import type { GuardForecast } from '@kolibra/core/gates'
import { nameKpi } from '@kolibra/core/planning'
import { formatExact, say, type Language } from '@kolibra/core/shared'
import type { ToldBaseline } from './measure-baselines.ts'
import { renderTable } from './render-table.ts'

const right = { align: 'right' } as const
const UNKNOWN = say('unknown', '未知')
const tellAmount = (value: number) => formatExact(Number(value.toPrecision(3)))

/** Guard-rails beside what the plan makes of them; nothing where there are none. */
export function renderGuards(guards: readonly GuardForecast[], language: Language): string {
  if (guards.length === 0) return ''
  const bounds = { atMost: say('at most', '不高于'), atLeast: say('at least', '不低于') }
  const rows = guards.map(({ rail, found, isBroken }) => [
    nameGuard(rail.metric, 'forecast')[language],
    `${bounds[rail.bound][language]} ${formatExact(rail.value)}`,
    found === null ? UNKNOWN[language] : tellAmount(found),
    tellState(isBroken)[language],
    rail.source,
  ])
  const columns = [
    { title: say('guard-rail', '底线')[language] },
    { title: say('limit', '限值')[language], ...right },
    { title: say('plan P50', '计划 P50')[language], ...right },
    { title: '' },
    { title: say('source', '来源')[language] },
  ]
  return `\n${renderTable(columns, rows)}`
}

function tellState(isBroken: boolean | null) {
  if (isBroken === null) return say('a plan cannot tell', '方案无法预估')
  return isBroken ? say('broken', '失守') : say('held', '守住')
}

/** Baselines that series gave; nothing where none was asked for. */
export function renderBaselines(baselines: readonly ToldBaseline[], language: Language): string {
  const [colon, gap] = language === 'zh' ? ['：', '；'] : [': ', '; ']
  const lines = baselines.map(({ name, value, because }) => {
    const head = say(`Baseline of ${nameKpi(name).en}`, `「${nameKpi(name).zh}」基线`)[language]
    const amount = value === null ? UNKNOWN[language] : formatExact(Math.round(value))
    return `  ${head}${colon}${[amount, ...because.map((line) => line[language])].join(gap)}\n`
  })
  return lines.length === 0 ? '' : `\n${lines.join('')}`
}

const SEVERITY_NAMES = { block: say('stops', '阻断'), warn: say('warns', '提示'), info: say('tells', '说明') }

/** What is missing or odd in the goal as it is written, as the Goal gate says it; nothing where nothing is. */
export function renderGoalFindings(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return ''
  const lines = findings.map(({ severity, because, fix }) => {
    const head = SEVERITY_NAMES[severity][language]
    return language === 'zh' ? `  ${head}：${because.zh}${fix.zh}\n` : `  ${head}: ${because.en} ${fix.en}\n`
  })
  return `\n${say('The goal', '目标')[language]}\n${lines.join('')}`
}
