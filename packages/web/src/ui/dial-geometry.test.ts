import { expect, test } from 'vitest'
import { arcBetween, pointAt } from './dial-geometry.ts'

test.each([
  [0, { x: 20, y: 100 }],
  [0.5, { x: 100, y: 20 }],
  [1, { x: 180, y: 100 }],
  [-0.2, { x: 20, y: 100 }],
  [7, { x: 180, y: 100 }],
])('the share %s lies at %j', (share, point) => expect(pointAt(share, 80)).toEqual(point))

test('a share of a half is at the top, more lies to the right', () => {
  expect(pointAt(0.6, 80).x).toBeGreaterThan(pointAt(0.5, 80).x)
  expect(pointAt(0.4, 80).y).toBe(pointAt(0.6, 80).y)
})

test('an arc begins and ends at its shares', () => expect(arcBetween(0, 0.5, 80)).toBe('M 20 100 A 80 80 0 0 1 100 20'))
