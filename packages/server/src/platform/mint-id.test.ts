import { expect, test } from 'vitest'
import { mintId } from './mint-id.ts'

const AT = Date.parse('2026-11-22T04:00:00Z')

test('is a UUIDv7 that carries its moment', () => {
  const id = mintId(AT)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(AT)
})

test('ten thousand ids of one millisecond are different and rise', () => {
  const ids = Array.from({ length: 10_000 }, () => mintId(AT + 1))
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.toSorted()).toEqual(ids)
})

test('a clock that is set back a little does not break the order', () => {
  const before = mintId(AT + 10_000)
  expect(mintId(AT + 9000) > before).toBe(true)
})
