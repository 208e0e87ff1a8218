import { describe, expect, test } from 'vitest'
import { INK, rangeOption, scaleItems, type RangeItem } from './range-option.ts'

const views: RangeItem = { label: 'views', p10: 50, p50: 80, p90: 150, target: 100, actual: null }
const sales: RangeItem = { label: 'sales', p10: 1, p50: 2, p90: 3, target: 4, actual: 5 }
const words = { range: 'P10–P90', median: 'P50', actual: 'actual', target: 'target' }
const draw = (items: RangeItem[]) => rangeOption({ items, words, scale: { axis: '', format: String }, ink: INK.light })

describe('scaleItems', () => {
  test('KPIs of different units meet as per cent of their targets', () =>
    expect(scaleItems([views, sales])).toEqual({
      isPercent: true,
      items: [
        { label: 'views', p10: 50, p50: 80, p90: 150, target: 100, actual: null },
        { label: 'sales', p10: 25, p50: 50, p90: 75, target: 100, actual: 125 },
      ],
    }))
  test('one line without a target keeps all values as they are', () =>
    expect(scaleItems([views, { ...sales, target: null }])).toEqual({ isPercent: false, items: [views, { ...sales, target: null }] }))
  test('unknown stays unknown', () => expect(scaleItems([{ ...views, p10: null }]).items[0]?.p10).toBeNull())
  test('nothing is not per cent of anything', () => expect(scaleItems([])).toEqual({ isPercent: false, items: [] }))
})

describe('rangeOption', () => {
  test('the bar runs from P10 to P90', () => {
    const [offset, bar] = draw([views]).series
    expect(offset?.data).toEqual([50])
    expect(bar?.data).toEqual([100])
  })
  test('what is not known is not drawn', () => {
    const [, bar, median, actual] = draw([{ ...views, p10: null, p50: null }]).series
    expect(bar?.data).toEqual([0])
    expect(median?.data).toEqual([])
    expect(actual?.data).toEqual([])
  })
  test('a fact stands on its own line', () => expect(draw([views, sales]).series[3]?.data).toEqual([[5, 1]]))
})
