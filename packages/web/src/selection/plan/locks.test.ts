import { describe, expect, test } from 'vitest'
import { askLocked, locksOf, NO_LOCKS, toggleFormat, toggleLock } from './locks.ts'

describe('locks of a plan', () => {
  const a = toggleLock(NO_LOCKS, 'a')

  test('a creator, then the format too, then neither', () => {
    expect(askLocked(a)).toEqual({ keep: ['a'], formats: [] })
    const both = toggleFormat(toggleLock(a, 'b'), 'a', 'video')
    expect(askLocked(both)).toEqual({ keep: ['a', 'b'], formats: [{ creatorId: 'a', format: 'video' }] })
    expect(askLocked(toggleFormat(both, 'a', 'video'))).toEqual({ keep: ['a', 'b'], formats: [] })
    expect(askLocked(toggleLock(both, 'a'))).toEqual({ keep: ['b'], formats: [] })
    expect(askLocked(NO_LOCKS)).toEqual({ keep: [], formats: [] })
  })

  test('read back from a version, without whoever is not in it', () => {
    const version = { ask: { keep: ['a', 'b', 'gone'], formats: [{ creatorId: 'b', format: 'note' }] }, plan: { chosen: ['a', 'b', 'c'] } }
    const locks = locksOf(version as unknown as Parameters<typeof locksOf>[0])
    expect([...locks]).toEqual([
      ['a', null],
      ['b', 'note'],
    ])
  })
})
