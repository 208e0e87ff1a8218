import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addId, dropId, rowOfId, startIds } from './id-rows.ts'

const step = fc.record({ id: fc.string({ minLength: 1, maxLength: 2 }).filter((id) => !id.includes('\u0000')), drop: fc.boolean() })

test('property: holds what a map would hold, however it grows and whatever is dropped', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4000, size: 'max' }), (steps) => {
      const ids = startIds(0)
      const held = new Map<string, number>()
      let next = 0
      for (const { id, drop } of steps) {
        if (drop) {
          dropId(ids, id)
          held.delete(id)
        } else if (!held.has(id)) {
          held.set(id, next)
          addId(ids, id, next++)
        }
      }
      expect(ids.size).toBe(held.size)
      for (const { id } of steps) expect(rowOfId(ids, id)).toBe(held.get(id))
    }),
    { numRuns: 30 },
  )
})

test('dropping an id asks for its own place only, however many are held', () => {
  const ids = startIds(0)
  for (let n = 0; n < 200_000; n += 1) addId(ids, `id${n}`, n)
  const startedMs = performance.now()
  for (let n = 199_999; n >= 100_000; n -= 1) dropId(ids, `id${n}`)
  expect(performance.now() - startedMs).toBeLessThan(3000)
  expect([ids.size, rowOfId(ids, 'id99999'), rowOfId(ids, 'id100000')]).toEqual([100_000, 99_999, undefined])
})

test('places of dropped ids are used again: a table in which everything comes and goes stays small', () => {
  const ids = startIds(0)
  for (let n = 0; n < 20_000; n += 1) {
    addId(ids, `id${n}`, n % 10)
    dropId(ids, `id${n}`)
  }
  expect(ids.size).toBe(0)
  expect(ids.table.length).toBeLessThan(10_000)
  expect(rowOfId(ids, 'id19999')).toBeUndefined()
})
