import { describe, expect, test } from 'vitest'
import { SOURCES } from '../source-table.ts'

/** Numbers that mean nothing without knowing what was counted and by what it was divided. */
const NEEDS_DEFINITION = (metric: { name: string; unit: string }) =>
  /^(share|ratio|interactions)$| per /.test(metric.unit) || /Rate$|Share$|Cpm|Cpe|Cpc|^cp[mce]$|^costPer|PerThousand/.test(metric.name)

const METRICS = SOURCES.flatMap(({ id, columns }) =>
  columns.flatMap(({ headers, target }) => (target.to === 'metric' ? [{ id, header: headers[0] ?? '', metric: target }] : [])),
)
const RATES = METRICS.filter(({ metric }) => NEEDS_DEFINITION(metric))

describe("a metric's definition travels with it", () => {
  test('every rate, cost per something and interaction count of every source says what it counts', () => {
    const bare = RATES.filter(({ metric }) => (metric.definition ?? '').trim() === '').map(({ id, header }) => `${id} ${header}`)
    expect(RATES.length).toBeGreaterThan(100)
    expect(bare).toEqual([])
  })

  test('Xingtu’s interactions have no saves, Pugongying’s have', () => {
    const definitionsOf = (source: string) =>
      METRICS.filter(({ id, metric }) => id.startsWith(source) && /^interaction(s|Rate)/.test(metric.name)).map(
        ({ metric }) => metric.definition ?? '',
      )
    expect(definitionsOf('xingtu.').length).toBeGreaterThan(2)
    expect(definitionsOf('pugongying.').length).toBeGreaterThan(4)
    expect(definitionsOf('xingtu.').every((definition) => definition.includes('without saves'))).toBe(true)
    expect(definitionsOf('pugongying.').every((definition) => definition.includes('+ saves'))).toBe(true)
  })
})
