import { expect, test } from 'vitest'
import { makeSearchText, spellName } from './search-words.ts'

// Spelling all of it took minutes; the runner allows five seconds.
test('of a name as long as a novel the beginning is searched', () => {
  const novel = '长'.repeat(1_000_000)
  expect(makeSearchText([novel], [novel], novel).length).toBeLessThan(10_000)
  expect(spellName(novel).length).toBeLessThan(2000)
})
