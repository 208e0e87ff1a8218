import { expect, test } from 'vitest'
import { layCurve } from './lay-curve.ts'

const BOX = { width: 120, height: 100, left: 10, right: 10, top: 0, bottom: 0 }
const point = (id: string, costFen: number, reach: number) => ({ id, costFen, reach, value: 0 })

test('starts at nothing spent, ends at the edge, ticks at numbers that read well', () => {
  const { line, points, ticks } = layCurve([point('a', 50, 600), point('b', 100, 800)], { ...BOX, marksFen: [] })
  expect(line).toBe('10,100 60,25 110,0')
  expect(points.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(ticks.map(({ value }) => value)).toEqual([0, 200, 400, 600, 800])
})

test('a mark beyond what is spent widens the axis', () => {
  const { marks, points } = layCurve([point('a', 50, 1)], { ...BOX, marksFen: [90, 100] })
  expect(marks).toEqual([
    { fen: 90, x: 100 },
    { fen: 100, x: 110 },
  ])
  expect(points[0]?.x).toBe(60)
})

test('nobody reached draws a line at the bottom, not outside the box', () => {
  expect(layCurve([point('a', 0, 0)], { ...BOX, marksFen: [] }).line).toBe('10,100 10,100')
})
