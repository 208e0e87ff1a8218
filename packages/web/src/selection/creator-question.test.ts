import { expect, test } from 'vitest'
import { questionOf, viewOf } from './creator-question.ts'
import type { CreatorsView } from './creators-view.ts'

test.each<{ view: CreatorsView; why: string }>([
  { view: {}, why: 'everything' },
  { view: { q: '小鱼', sort: 'cpmFen' }, why: 'words and a sort' },
  { view: { filters: [{ field: 'platform', any: ['douyin', null] }], own: { pastWork: 'never', brands: [null] } }, why: 'conditions' },
])('a saved view comes back as it was: $why', ({ view }) => {
  expect(viewOf(questionOf(view))).toEqual(view)
})

test('which creator stands open is no part of a question', () => {
  expect(questionOf({ open: 'x' })).toEqual(questionOf({}))
})
