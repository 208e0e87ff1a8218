import { readNumber } from './parse-number.ts'
import type { UnitProof } from './schema.ts'
import type { ColumnMap, SourceReading, SourceRecord, UnitFormula } from './source.ts'

// A file's claim stands when this share of the rows that carry all inputs agrees (interfaces §1.3).
const LEAST_AGREEING = 0.95
const TOLERANCE = 0.01
// Factors that a unit error leaves: 元/分, 万分比, per mille, 万.
const UNIT_FACTORS = [0.0001, 0.001, 0.01, 100, 1000, 10_000]

interface Tested {
  readonly formula: UnitFormula
  readonly checked: number
  readonly agreed: number
  readonly hasUnitFactor: boolean
}

/** What a column's cells are counted in: factors that headers state, and columns whose plain numbers are percent. */
export interface ColumnScales {
  readonly scales: Readonly<Record<string, number>>
  readonly percentColumns: ReadonlySet<string>
}

function readCell(cells: SourceRecord['cells'], column: string, { scales, percentColumns }: ColumnScales): number | null {
  const read = readNumber(cells[column])
  if (read.kind !== 'value') return null
  if (percentColumns.has(column) && !read.isPercent) return read.value / 100
  return read.value * (scales[column] ?? 1)
}

const isNear = (stated: number, computed: number) => Math.abs(stated - computed) <= TOLERANCE * Math.abs(computed)

function testFormula(formula: UnitFormula, records: readonly SourceRecord[], scales: ColumnScales): Tested {
  const pairs = records.flatMap(({ cells, fault }) => {
    if (fault) return []
    const stated = readCell(cells, formula.column, scales)
    const inputs = formula.inputs.map((input) => readCell(cells, input, scales))
    if (stated === null || inputs.some((input) => input === null || input === 0)) return []
    const computed = formula.compute(inputs.map((input) => input ?? 0))
    return Number.isFinite(computed) ? [{ stated, computed }] : []
  })
  const agreed = pairs.filter(({ stated, computed }) => isNear(stated, computed)).length
  const hasUnitFactor = UNIT_FACTORS.some(
    (factor) =>
      pairs.length > 0 && pairs.filter(({ stated, computed }) => isNear(stated, computed * factor)).length >= pairs.length * LEAST_AGREEING,
  )
  return { formula, checked: pairs.length, agreed, hasUnitFactor }
}

function stateOf({ formula, checked, agreed, hasUnitFactor }: Tested): UnitProof['state'] {
  if (checked === 0) return 'unproved'
  if (agreed >= checked * LEAST_AGREEING) return 'proved'
  return formula.isCandidate === true && !hasUnitFactor ? 'unproved' : 'contradicted'
}

const RANK = { proved: 2, contradicted: 1, unproved: 0 } as const

/** Units of all columns with one: those a formula tests, then money columns, then the rest as unproved. */
export function proveUnits(
  { columns, formulas }: { columns: readonly ColumnMap[]; formulas: readonly UnitFormula[] },
  reading: Pick<SourceReading, 'records' | 'columns' | 'scales'>,
  percentColumns: ReadonlySet<string>,
): UnitProof[] {
  const present = new Set(reading.columns)
  const scales = { scales: reading.scales, percentColumns }
  const tested = formulas.filter(({ column }) => present.has(column)).map((formula) => testFormula(formula, reading.records, scales))
  const proofs = new Map<string, UnitProof>()
  for (const each of tested) offer(proofs, { ...proofOf(each), column: each.formula.column, unit: each.formula.unit })
  for (const each of tested) offerMoney(proofs, each, present)
  for (const { headers, target } of columns) {
    const [column = ''] = headers
    if (!present.has(column) || proofs.has(column)) continue
    const unit = unitOf(target)
    if (unit !== null) proofs.set(column, { column, unit, state: 'unproved', formula: null, checked: 0, agreed: 0 })
  }
  return [...proofs.values()]
}

function proofOf(each: Tested): Omit<UnitProof, 'column' | 'unit'> {
  return { state: stateOf(each), formula: each.formula.formula, checked: each.checked, agreed: each.agreed }
}

// Money is proved by any formula that holds; it is contradicted when those that could be checked all fail.
function offerMoney(proofs: Map<string, UnitProof>, each: Tested, present: ReadonlySet<string>): void {
  const state = stateOf(each)
  if (each.formula.provesMoney === false && state !== 'contradicted') return
  const spoiled = state === 'contradicted' ? (each.formula.sameSource ?? []) : []
  for (const column of [...each.formula.money, ...spoiled]) {
    if (!present.has(column)) continue
    offer(proofs, { ...proofOf(each), column, unit: 'CNY', formula: `${each.formula.column} = ${each.formula.formula}` })
  }
}

function offer(proofs: Map<string, UnitProof>, proof: UnitProof): void {
  const held = proofs.get(proof.column)
  if (held === undefined || RANK[proof.state] > RANK[held.state]) proofs.set(proof.column, proof)
}

function unitOf(target: ColumnMap['target']): string | null {
  if (target.to === 'metric') return target.unit
  if (target.to === 'quote') return target.part === 'perThousandPlaysFen' ? 'CNY per 1000 plays' : 'CNY'
  if (target.to === 'rebate') return 'share'
  return null
}
