import { expect, test } from 'vitest'
import { listFields } from './list-fields.ts'

test.each([
  { why: 'nothing', content: {}, fields: [] },
  {
    why: 'groups are opened in place, to any depth',
    content: { a: 1, b: { c: { d: 'x' }, e: null } },
    fields: [
      ['a', 1],
      ['b.c.d', 'x'],
      ['b.e', null],
    ],
  },
  { why: 'a list is one value', content: { platforms: ['douyin'] }, fields: [['platforms', ['douyin']]] },
  {
    why: 'a side that is not there keeps its place',
    content: { text: { zh: '说', de: undefined } },
    fields: [
      ['text.zh', '说'],
      ['text.de', undefined],
    ],
  },
])('$why', ({ content, fields }) => {
  expect(listFields(content)).toEqual(fields)
})
