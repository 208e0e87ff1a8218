import { expect, test } from 'vitest'
import { readOwnWork, setOwn } from './own-work.ts'

const days = { from: '2026-12-01', to: '2026-12-31', unknown: true }

test.each([
  { given: { pastWork: 'worked' }, read: { pastWork: 'worked' }, why: 'a word that is known' },
  { given: { pastWork: 'often' }, read: {}, why: 'a word nobody knows' },
  { given: { brands: ['Alpensee', null, 7, ' '] }, read: { brands: ['Alpensee', null] }, why: 'brands, and no brand known' },
  { given: { freeOn: days }, read: { freeOn: days }, why: 'days' },
  { given: { freeOn: { from: '2026-12-01', to: '2026-12-31' } }, read: { freeOn: days }, why: 'unknown is let through unless said' },
  { given: { freeOn: { from: '2026-12-31', to: '2026-12-01' } }, read: {}, why: 'days in the wrong order' },
  { given: { freeOn: { from: 'soon', to: 'later' } }, read: {}, why: 'days that are none' },
  {
    given: { clearOf: { ...days, brand: 'Alpensee' } },
    read: { clearOf: { ...days, brand: 'Alpensee', competitors: [] } },
    why: 'a brand',
  },
  { given: { clearOf: days }, read: {}, why: 'no brand' },
  { given: { shortlist: 'not an id' }, read: {}, why: 'a list that is no id' },
  { given: null, read: {}, why: 'nothing' },
  { given: 'x', read: {}, why: 'a word' },
])('of an address: $why', ({ given, read }) => {
  expect(readOwnWork(given)).toEqual(read)
})

test('one condition is set or let go of, the others stay', () => {
  const own = setOwn({ pastWork: 'never' }, { brands: [null] })
  expect(own).toEqual({ pastWork: 'never', brands: [null] })
  expect(setOwn(own, { pastWork: undefined })).toEqual({ brands: [null] })
})
