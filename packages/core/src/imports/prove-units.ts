import { inOnes, readNumber, readSimpleNumber } from './parse-number.ts'
import type { UnitProof } from './schema.ts'
import { cellOf, scaleOf, type ColumnMap, type SourceRecord, type UnitFormula } from './source.ts'

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

/** What a column's cells are counted in: factors that headers state, and columns whose plain numbers may turn out to be percent. */
export interface ColumnScales {
  readonly scales: Readonly<Record<string, number>>
  readonly shareColumns: ReadonlySet<string>
}

/** Counts of one formula under one reading of its share columns; `near` has one place per unit factor. */
interface Tally {
  readonly formula: UnitFormula
  /** The share columns taken as percent. */
  readonly asPercent: ReadonlySet<string>
  readonly stated: CellPlace
  readonly inputs: readonly CellPlace[]
  checked: number
  agreed: number
  readonly near: number[]
}

/** Where a column's number stands among those of a record. */
interface CellPlace {
  readonly at: number
  /** Whether a number without a percent sign is percent too. */
  readonly isPercent: boolean
}

/** Proofs that grow record by record; what is percent and what is not may be decided when all were seen. */
export interface UnitTally {
  /** The columns whose numbers the formulas need. */
  readonly needed: readonly string[]
  /** Counts a record by the numbers of those columns, in ones: NaN where there is none, and whether each had a percent sign. */
  readonly count: (numbers: readonly number[], haveSign: readonly boolean[]) => void
  readonly add: (record: SourceRecord) => void
  readonly prove: (percentColumns: ReadonlySet<string>, present: ReadonlySet<string>) => UnitProof[]
}

const isNear = (stated: number, computed: number) => Math.abs(stated - computed) <= TOLERANCE * Math.abs(computed)

/** Starts counting for every formula of a source; `prove` answers for those whose column is `present`. */
export function startUnits(source: { columns: readonly ColumnMap[]; formulas: readonly UnitFormula[] }, scales: ColumnScales): UnitTally {
  const needed = [...new Set(source.formulas.flatMap(({ column, inputs }) => [column, ...inputs]))]
  const tallies = source.formulas.flatMap((formula) => makeTallies(formula, needed, scales.shareColumns))
  const numbers = needed.map(() => Number.NaN)
  const haveSign = needed.map(() => false)
  const countAll: UnitTally['count'] = (values, signs) => {
    for (const tally of tallies) count(tally, values, signs)
  }
  return {
    needed,
    count: countAll,
    add: (record) => {
      if (record.fault || tallies.length === 0) return
      needed.forEach((column, at) => {
        const cell = cellOf(record, column)
        const simple = typeof cell === 'string' ? readSimpleNumber(cell) : Number.NaN
        const scale = scaleOf(record, column, scales) ?? 1
        const read = Number.isNaN(simple) || scale !== 1 ? inOnes(readNumber(cell), cell, scale) : null
        numbers[at] = read === null ? simple : read.kind === 'value' ? read.value : Number.NaN
        haveSign[at] = read === null ? typeof cell === 'string' && cell.endsWith('%') : read.kind === 'value' && read.isPercent
      })
      countAll(numbers, haveSign)
    },
    prove: (percentColumns, present) => {
      const isMeant = ({ formula, asPercent }: Tally) =>
        present.has(formula.column) &&
        [formula.column, ...formula.inputs].every((column) => asPercent.has(column) === percentColumns.has(column))
      return listProofs(source.columns, tallies.filter(isMeant).map(weigh), present)
    },
  }
}

// Whether plain numbers of a share column are percent is known only when all were seen, so both are counted.
function makeTallies(formula: UnitFormula, needed: readonly string[], shareColumns: ColumnScales['shareColumns']): Tally[] {
  const columns = [...new Set([formula.column, ...formula.inputs])]
  const open = columns.filter((column) => shareColumns.has(column))
  const choices = open.reduce<string[][]>((sets, column) => sets.flatMap((set) => [set, [...set, column]]), [[]])
  return choices.map((set) => {
    const placeOf = (column: string) => ({ at: needed.indexOf(column), isPercent: set.includes(column) })
    const places = { stated: placeOf(formula.column), inputs: formula.inputs.map(placeOf) }
    return { formula, asPercent: new Set(set), ...places, checked: 0, agreed: 0, near: UNIT_FACTORS.map(() => 0) }
  })
}

function numberAt({ at, isPercent }: CellPlace, numbers: readonly number[], haveSign: readonly boolean[]): number {
  const value = numbers[at] ?? Number.NaN
  return isPercent && haveSign[at] !== true ? value / 100 : value
}

function count(tally: Tally, numbers: readonly number[], haveSign: readonly boolean[]): void {
  const { formula, near } = tally
  const stated = numberAt(tally.stated, numbers, haveSign)
  if (Number.isNaN(stated)) return
  const inputs: number[] = []
  for (const place of tally.inputs) {
    const input = numberAt(place, numbers, haveSign)
    if (Number.isNaN(input) || input === 0) return
    inputs.push(input)
  }
  const computed = formula.compute(inputs)
  if (!Number.isFinite(computed)) return
  tally.checked += 1
  if (isNear(stated, computed)) tally.agreed += 1
  // Whoever agrees is a factor of ten away from none of these.
  else countFactors(near, stated, computed)
}

function countFactors(near: number[], stated: number, computed: number): void {
  for (let at = 0; at < UNIT_FACTORS.length; at += 1) if (isNear(stated, computed * (UNIT_FACTORS[at] ?? 1))) near[at] = (near[at] ?? 0) + 1
}

function weigh({ formula, checked, agreed, near }: Tally): Tested {
  return { formula, checked, agreed, hasUnitFactor: checked > 0 && near.some((each) => each >= checked * LEAST_AGREEING) }
}

function stateOf({ formula, checked, agreed, hasUnitFactor }: Tested): UnitProof['state'] {
  if (checked === 0) return 'unproved'
  if (agreed >= checked * LEAST_AGREEING) return 'proved'
  return formula.isCandidate === true && !hasUnitFactor ? 'unproved' : 'contradicted'
}

const RANK = { proved: 2, contradicted: 1, unproved: 0 } as const

/** Units of all columns with one: those a formula tests, then money columns, then the rest as unproved. */
function listProofs(columns: readonly ColumnMap[], tested: readonly Tested[], present: ReadonlySet<string>): UnitProof[] {
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
  if (target.to === 'metric' || target.to === 'series') return target.unit
  if (target.to === 'quote') return target.part === 'perThousandPlaysFen' ? 'CNY per 1000 plays' : 'CNY'
  if (target.to === 'rebate') return 'share'
  return null
}
