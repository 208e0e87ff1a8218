import { expect, test } from 'vitest'
import { questionOf, viewOf } from './creator-question.ts'
import type { CreatorsView } from './creators-view.ts'

test.each<{ view: CreatorsView; why: string }>([
  { view: {}, why: 'everything' },
  { view: { q: '小鱼', sort: 'cpmFen' }, why: 'words and a sort' },
  { view: { filters: [{ field: 'platform', any: ['douyin', null] }], own: { pastWork: 'never', brands: [null] } }, why: 'conditions' },
  { view: { filters: [{ field: 'audienceProvinces', any: ['上海'] }], provinceShare: 0.3 }, why: 'the share of a province' },
])('a saved view comes back as it was: $why', ({ view }) => {
  expect(viewOf(questionOf(view))).toEqual(view)
})

test('a share nobody chose is asked as a tenth and is no part of a view', () => {
  expect(questionOf({}).provinceShare).toBe(0.1)
  expect(viewOf({ ...questionOf({}), provinceShare: 0.1 })).toEqual({})
})

test('which creator stands open is no part of a question', () => {
  expect(questionOf({ open: 'x' })).toEqual(questionOf({}))
})
