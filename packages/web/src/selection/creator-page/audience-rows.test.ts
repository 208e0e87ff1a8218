import { expect, test } from 'vitest'
import { listShareRows } from './audience-rows.ts'

const namesOf = (...observations: Record<string, number>[]) => listShareRows(observations).map(({ name }) => name)

test('the largest group of the newest observation stands first; ages stand in their own order', () => {
  expect(namesOf({ male: 0.2, female: 0.8 })).toEqual(['female', 'male'])
  expect(namesOf({ '25-34': 0.5, '<18': 0.1, '18-24': 0.4 })).toEqual(['<18', '18-24', '25-34'])
})

test('what one observation does not say is unknown, not 0, and stands last', () => {
  expect(listShareRows([{ 上海: 0.3 }, { 上海: 0.2, 北京: 0.5 }])).toEqual([
    { name: '上海', shares: [0.3, 0.2] },
    { name: '北京', shares: [null, 0.5] },
  ])
})

test('no observation has no rows, and a long list ends after the ten largest', () => {
  expect(listShareRows([])).toEqual([])
  const provinces = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`省${index}`, index / 1000]))
  expect(namesOf(provinces)).toEqual(Array.from({ length: 10 }, (_, index) => `省${30 - index}`))
})
