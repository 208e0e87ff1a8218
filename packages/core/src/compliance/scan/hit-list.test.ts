import { expect, test } from 'vitest'
import { HitList } from './hit-list.ts'

test('a list of hits grows and keeps them in order', () => {
  const hits = new HitList()
  for (let index = 0; index < 1000; index += 1) hits.push(index, index * 2, index * 2 + 3)
  expect(hits.length).toBe(1000)
  expect([hits.term(999), hits.start(999), hits.end(999)]).toEqual([999, 1998, 2001])
  expect([hits.term(0), hits.start(0), hits.end(0)]).toEqual([0, 0, 3])
})

test('a cleared list begins again', () => {
  const hits = new HitList()
  hits.push(1, 2, 3)
  hits.clear()
  expect(hits.length).toBe(0)
  hits.push(4, 5, 6)
  expect([hits.term(0), hits.start(0), hits.end(0)]).toEqual([4, 5, 6])
})
