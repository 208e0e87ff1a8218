import { expect, test } from 'vitest'
import { mixProblemSchema, tellStrayIds, type MixProblemInput } from './index.ts'

const candidates = [
  { id: 'a', costFen: 1, groups: ['kol'] },
  { id: 'b', costFen: 1, groups: ['constructor'] },
]
const tell = (change: Partial<MixProblemInput>) =>
  tellStrayIds(mixProblemSchema.parse({ budgetFen: 1, segments: [], candidates, ...change })).map(({ en, zh }) => [en, zh])

test.each<{ why: string; change: Partial<MixProblemInput>; en: string[] }>([
  { why: 'all known', change: { mustHave: ['a'], never: ['b'], constraints: [{ group: 'kol' }, { group: 'constructor' }] }, en: [] },
  { why: 'a must-have', change: { mustHave: ['c', 'c'] }, en: ['mustHave: no candidate has the id "c".'] },
  { why: 'somebody ruled out', change: { never: ['A'] }, en: ['never: no candidate has the id "A".'] },
  { why: 'a name of every object', change: { never: ['toString'] }, en: ['never: no candidate has the id "toString".'] },
  {
    why: 'a rival, and oneself',
    change: { candidates: [{ id: 'a', costFen: 1, conflicts: ['x', 'a'] }] },
    en: ['candidates.0.conflicts: no candidate has the id "x".', 'candidates.0.conflicts: "a" stands against itself, which says nothing.'],
  },
  {
    why: 'a group',
    change: {
      constraints: [
        { group: 'koc', minCount: 1 },
        { group: 'koc', maxCount: 3 },
      ],
    },
    en: ['constraints: no candidate is in the group "koc".'],
  },
])('$why', ({ change, en }) => {
  const told = tell(change)
  expect(told.map(([sentence]) => sentence)).toEqual(en)
  for (const [, zh] of told) expect(zh).toMatch(/没有|与自己/)
})
