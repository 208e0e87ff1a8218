import { describe, expect, test } from 'vitest'
import { renderIn } from '../../test/render-in.tsx'
import { NothingFound } from './NothingFound.tsx'
import { isNothingFound } from './creators-view.ts'

describe('a search that nobody meets', () => {
  test.each([
    ['en', 'No creator meets all of these conditions', 'Clear all conditions'],
    ['zh', '没有达人同时符合这些条件', '清除全部条件'],
  ] as const)('says so in %s, and how to widen it', (language, title, button) => {
    const page = renderIn(language, <NothingFound onChange={() => undefined} />)
    expect(page).toContain(title)
    expect(page).toContain(button)
  })

  test('is told only when it is sure: neither while rows are still made nor where no condition is set', () => {
    const view = { q: '护肤' }
    expect(isNothingFound(view, { total: 0, isRebuilding: false })).toBe(true)
    expect(isNothingFound(view, { total: 1, isRebuilding: false })).toBe(false)
    expect(isNothingFound(view, { total: 0, isRebuilding: true })).toBe(false)
    expect(isNothingFound({ sort: 'name', open: 'a1' }, { total: 0, isRebuilding: false })).toBe(false)
    expect(isNothingFound({ own: { pastWork: 'worked' } }, { total: 0, isRebuilding: false })).toBe(true)
  })
})
