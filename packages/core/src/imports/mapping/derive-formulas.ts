import type { ColumnMap, Target, UnitFormula } from '../source.ts'

interface Metric {
  readonly header: string
  readonly target: Extract<Target, { to: 'metric' }>
}
interface Price {
  readonly header: string
  readonly target: Extract<Target, { to: 'quote' }>
}

// What arithmetic can test, by the unit a person gave. Nothing says which price or count a ratio was made of, so all are candidates.
const TESTS: readonly { readonly unit: RegExp; readonly over: RegExp; readonly of: 'prices' | RegExp; readonly times: number }[] = [
  { unit: /^CNY per 1000/, of: 'prices', over: /^(plays|reads|impressions|views)$/, times: 1000 },
  { unit: /^CNY per interaction$/, of: 'prices', over: /^interactions$/, times: 1 },
  { unit: /^share$/, of: /^interactions$/, over: /^(plays|reads|impressions|views)$/, times: 1 },
]

/** The formulas by which columns that a person mapped test each other: CPM, CPE, interaction rate, rebate. */
export function deriveFormulas(columns: readonly ColumnMap[]): UnitFormula[] {
  const named = columns.map(({ headers: [header = ''], target }) => ({ header, target }))
  const metrics = named.filter((each): each is Metric => each.target.to === 'metric')
  const prices = named.filter((each): each is Price => each.target.to === 'quote')
  return [...metrics.flatMap((metric) => testsOf(metric, metrics, prices)), ...rebateTests(named, prices)]
}

function testsOf({ header, target }: Metric, metrics: readonly Metric[], prices: readonly Price[]): UnitFormula[] {
  return TESTS.filter(({ unit, of }) => unit.test(target.unit) && (of === 'prices' || /interact|engage/i.test(target.name))).flatMap(
    ({ of, over, times }) => {
      const withUnit = (unit: RegExp) => metrics.filter((each) => each.header !== header && unit.test(each.target.unit))
      const tops = of === 'prices' ? prices.filter((price) => price.target.part === 'listFen') : withUnit(of)
      return tops.flatMap((top) => withUnit(over).map((count) => ratio({ header, unit: target.unit, top, count: count.header, times })))
    },
  )
}

function ratio({ header, unit, top, count, times }: { header: string; unit: string; top: Metric | Price; count: string; times: number }) {
  return {
    column: header,
    unit,
    formula: `${top.header} / ${count}${times === 1 ? '' : ` * ${times}`}`,
    inputs: [top.header, count],
    compute: ([above = 0, below = 0]: readonly number[]) => (above / below) * times,
    money: top.target.to === 'quote' ? [top.header] : [],
    isCandidate: true,
  } satisfies UnitFormula
}

// A ratio of two prices: agreement says nothing about their unit, disagreement makes the net price unusable.
function rebateTests(named: readonly { header: string; target: Target }[], prices: readonly Price[]): UnitFormula[] {
  const rebate = named.find(({ target }) => target.to === 'rebate')
  if (rebate === undefined) return []
  return prices
    .filter(({ target }) => target.part === 'listFen')
    .flatMap((list) => {
      const net = prices.find(
        ({ target: { part, format, filed } }) => part === 'netFen' && format === list.target.format && filed === list.target.filed,
      )
      if (net === undefined) return []
      return [
        {
          column: rebate.header,
          unit: 'share',
          formula: `(${list.header} - ${net.header}) / ${list.header}`,
          inputs: [list.header, net.header],
          compute: ([listed = 0, netted = 0]: readonly number[]) => (listed - netted) / listed,
          money: [net.header],
          provesMoney: false,
        },
      ]
    })
}
