import { describe, expect, test } from 'vitest'
import { NO_LOCKS, toggleLock } from './locks.ts'
import { dropBegun } from './run-draft.ts'

describe('a draft when the answer comes', () => {
  test.each([
    ['untouched since, it is in the version', { budget: '50', scenario: 'half' }, { budget: '50', scenario: 'half' }, {}],
    ['typed on, what was typed stays', { budget: '70', scenario: 'half' }, { budget: '50', scenario: 'half' }, { budget: '70' }],
    ['begun with nothing, all of it stays', { budget: '70' }, {}, { budget: '70' }],
    ['nothing typed at all', {}, { budget: '50' }, {}],
  ])('%s', (_, draft, begun, left) => expect(dropBegun(draft, begun)).toEqual(left))

  test('a lock that was set meanwhile stays', () => {
    const locked = toggleLock(NO_LOCKS, 'a')
    expect(dropBegun({ locked }, { locked: NO_LOCKS })).toEqual({ locked })
    expect(dropBegun({ locked }, { locked })).toEqual({})
  })
})
