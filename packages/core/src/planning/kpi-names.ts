import { KPI_NAMES_ZH, UNIT_NAMES_ZH, type Kpi } from '../campaigns/index.ts'
import { formatExact, say, type Localized } from '../shared/index.ts'

/** What sentences call the KPIs. */
export const KPI_NAMES = {
  views: say('views', KPI_NAMES_ZH.views),
  reach: say('people reached', KPI_NAMES_ZH.reach),
  interactions: say('interactions', KPI_NAMES_ZH.interactions),
  newFollowers: say('new followers', KPI_NAMES_ZH.newFollowers),
  mentions: say('mentions', KPI_NAMES_ZH.mentions),
  searchIndex: say('search index', KPI_NAMES_ZH.searchIndex),
  sales: say('sales', KPI_NAMES_ZH.sales),
} as const satisfies Record<Kpi['name'], Localized>

/** What a mix problem counts beside the KPIs of a goal. */
const MIX_KPI_NAMES = { value: say('value', '总价值'), count: say('creators chosen', '入选达人数') }

/** What sentences call a KPI by its key; one that nobody has named keeps its key. */
export function nameKpi(name: string): Localized {
  const known: Readonly<Record<string, Localized>> = { ...KPI_NAMES, ...MIX_KPI_NAMES }
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? say(name, name)
}

/** A target as people say it: `3,000 new followers`, `新增粉丝 3,000`; money and units of one's own are named. */
export function tellTarget({ name, target, unit }: Pick<Kpi, 'name' | 'target' | 'unit'>): Localized {
  const { en, zh } = KPI_NAMES[name]
  const amount = formatExact(target)
  if (unit === 'CNY') return say(`CNY ${amount} of ${en}`, `${zh} ${amount} 元`)
  const isOwn = !Object.hasOwn(UNIT_NAMES_ZH, unit) && unit !== name && unit.trim() !== ''
  return say(`${amount} ${en}${isOwn ? ` (${unit})` : ''}`, `${zh} ${amount}${isOwn ? `（${unit}）` : ''}`)
}
