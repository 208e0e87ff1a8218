import type { Passport, Reading } from './account-draft.ts'
import { isEmptyCell, readSimpleNumber } from './parse-number.ts'
import { readShareAndCount } from './parse-shares.ts'
import { addProblem, numberOf, signedNumberOf, type ImportContext, type MappedCell } from './record-view.ts'
import { cellOf, scaleOf, type SourceRecord, type Target } from './source.ts'

/** A number with a passport. */
export type MetricTarget = Extract<Target, { to: 'metric' }>

/** The follower count as a number with a passport. */
export const FOLLOWERS = { to: 'metric', name: 'followers', unit: 'followers' } as const

/** Every number of a record that has a passport. */
export function readMetrics(record: SourceRecord, ctx: ImportContext): Reading[] {
  const readings: Reading[] = []
  // The follower count with its passport, beside the plain field: a repeated row may give another one.
  for (const { column } of ctx.usable.get('followers') ?? []) readColumn(readings, { column, target: FOLLOWERS }, { record, ctx })
  for (const { column, target } of ctx.usable.get('metric') ?? [])
    if (target.to === 'metric') readColumn(readings, { column, target }, { record, ctx })
  return readings
}

interface Place {
  readonly record: SourceRecord
  readonly ctx: ImportContext
}

interface Column {
  readonly column: string
  readonly target: MetricTarget
}

/** What a column says in a record, added to `into`. */
export function readColumn(into: Reading[], { column, target }: Column, { record, ctx }: Place): void {
  const cell = cellOf(record, column)
  const passport = passportOf(column, target, ctx)
  const simple = scaleOf(record, column, ctx.reading) === undefined ? readPlainly(cell, { column, target }, ctx) : null
  if (simple !== null) into.push({ passport, value: simple, low: null, high: null })
  else if (!isEmptyCell(cell)) readMapped(into, { column, target, cell }, { passport, record, ctx })
}

// Most cells hold digits and nothing else. NaN and whatever needs a scale, a check or a note goes the long way.
function readPlainly(cell: unknown, { column, target }: Column, ctx: ImportContext): number | null {
  if (typeof cell !== 'string' || target.reads === 'shareAndCount') return null
  const value = readSimpleNumber(cell)
  if (target.reads !== 'percentText') return Number.isNaN(value) ? null : value
  return value >= 0 && value <= 1 && (cell.endsWith('%') || !ctx.percentColumns.has(column)) ? value : null
}

function readMapped(into: Reading[], mapped: MappedCell<MetricTarget>, { passport, record, ctx }: Place & { passport: Passport }): void {
  const { target } = mapped
  const add = (of: Passport, value: number | null) => {
    if (value !== null) into.push({ passport: of, value, low: null, high: null })
  }
  if (target.reads === 'percentText') return add(passport, shareOf(mapped, record, ctx))
  if (target.reads === 'shareAndCount') {
    const both = readShareAndCount(mapped.cell)
    if (both === null) addProblem(ctx, record, { ...mapped, code: 'shares.unparsable' })
    add(passport, both?.share ?? null)
    return add({ ...passport, unit: 'followers', name: passport.name.replace(/Share$/, 'Count') }, both?.count ?? null)
  }
  const read = target.signed === true ? signedNumberOf(mapped, record, ctx) : numberOf(mapped, record, ctx)
  if (read.kind === 'range') into.push({ passport, value: null, low: read.low, high: read.high })
  if (read.kind === 'value') add(passport, read.value)
}

/** A share 0–1: percent by its sign, or because numbers of its column exceed 1. */
export function shareOf(mapped: MappedCell, record: SourceRecord, ctx: ImportContext): number | null {
  const read = signedNumberOf(mapped, record, ctx)
  if (read.kind !== 'value') return null
  const share = !read.isPercent && ctx.percentColumns.has(mapped.column) ? Number((read.value / 100).toPrecision(12)) : read.value
  // Growth is a share of what was there before: it may be negative, and above 1 for a new account.
  const isGrowth = mapped.target.to === 'metric' && mapped.target.signed === true
  return isGrowth || (share >= 0 && share <= 1) ? share : addProblem(ctx, record, { ...mapped, code: 'share.out_of_range' })
}

/** Whether arithmetic on this file proved the unit of a column. */
export function proofOf(column: string, ctx: ImportContext): 'proved' | 'unproved' {
  return ctx.units.get(column)?.state === 'proved' ? 'proved' : 'unproved'
}

/** The passport of a column's numbers, made once. */
export function passportOf(column: string, target: MetricTarget, ctx: ImportContext): Passport {
  const known = ctx.passports.get(target)
  if (known !== undefined) return known
  const proof = proofOf(column, ctx)
  const passport: Passport = {
    name: target.name,
    unit: target.unit,
    proof,
    period: target.period ?? null,
    noteType: target.noteType ?? null,
    flow: target.flow ?? null,
    definition: target.definition ?? null,
    formula: proof === 'proved' ? (ctx.units.get(column)?.formula ?? null) : null,
    source: ctx.source.id,
    tab: target.tab ?? (ctx.source.id === 'xingtu.search' ? 'attribute_datas' : null),
    column,
    importId: ctx.importId,
  }
  ctx.passports.set(target, passport)
  return passport
}
