import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dropContained, findAround } from './neighbours.ts'

const at = (...starts: number[]) => starts.map((start) => ({ start, end: start + 2 }))

describe('findAround', () => {
  test.each<[string, { start: number; end: number }[], number, number, number | undefined]>([
    ['the nearest after', at(1, 10, 20), 9, 5, 10],
    ['the nearest before', at(1, 10, 20), 13, 5, 10],
    ['none in the window', at(1, 30), 15, 5, undefined],
    ['the same place', at(5), 5, 0, 5],
    ['nothing', at(), 5, 9, undefined],
  ])('%s', (_name, ...[sorted, position, window, expected]) =>
    expect(findAround(sorted, { position, first: position - window, last: position + window }, () => true)?.start).toBe(expected),
  )
  test('looks only between the bounds', () => {
    expect(findAround(at(1, 4, 6, 9), { position: 5, first: 5, last: 5 }, () => true)).toBeUndefined()
    expect(findAround(at(1, 4, 6, 9), { position: 5, first: 0, last: 5 }, () => true)?.start).toBe(4)
  })
  test('asks on when the nearest does not satisfy', () => {
    expect(findAround(at(1, 4, 6, 9), { position: 5, first: -4, last: 14 }, ({ start }) => start === 1)?.start).toBe(1)
  })
  test('a crowd costs no more than its nearest 64', () => {
    let asked = 0
    const crowd = at(...Array.from({ length: 5000 }, (_, index) => index))
    findAround(crowd, { position: 2500, first: 0, last: Infinity }, () => {
      asked += 1
      return false
    })
    expect(asked).toBe(64)
  })
})

describe('dropContained', () => {
  test.each([
    [
      'inside',
      [
        { start: 0, end: 9 },
        { start: 2, end: 4 },
      ],
      [[0, 9]],
    ],
    [
      'same start',
      [
        { start: 0, end: 2 },
        { start: 0, end: 4 },
      ],
      [[0, 4]],
    ],
    [
      'overlapping both stay',
      [
        { start: 0, end: 3 },
        { start: 2, end: 5 },
      ],
      [
        [0, 3],
        [2, 5],
      ],
    ],
    [
      'twice the same',
      [
        { start: 0, end: 3 },
        { start: 0, end: 3 },
      ],
      [[0, 3]],
    ],
  ])('%s', (_name, input, expected) => expect(dropContained(input).map(({ start, end }) => [start, end])).toEqual(expected))

  test('what stays covers what went, and nothing that stays lies in another', () => {
    const stretch = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(fc.array(stretch), (input) => {
        const kept = dropContained(input)
        const holds = (outer: { start: number; end: number }, inner: { start: number; end: number }) =>
          outer.start <= inner.start && inner.end <= outer.end
        for (const one of input) expect(kept.some((outer) => holds(outer, one))).toBe(true)
        kept.forEach((one, index) => expect(kept.some((outer, other) => other !== index && holds(outer, one))).toBe(false))
      }),
    )
  })
})
