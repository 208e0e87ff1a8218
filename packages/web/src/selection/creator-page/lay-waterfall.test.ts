import { expect, test } from 'vitest'
import { layWaterfall } from './lay-waterfall.ts'

test('levels begin at nothing, what is added begins at the level, a rebate ends at the next level', () => {
  const laid = layWaterfall([
    { part: 'list', fen: 100 },
    { part: 'rebate', fen: -30 },
    { part: 'net', fen: 70 },
    { part: 'platformFee', fen: 7 },
    { part: 'total', fen: 77 },
  ])
  expect(laid.map(({ part, from, width }) => `${part} ${from}+${width}`)).toEqual([
    'list 0+100',
    'rebate 70+30',
    'net 0+70',
    'platformFee 70+7',
    'total 0+77',
  ])
})

test('nothing ever leaves the drawing', () => {
  const laid = layWaterfall([
    { part: 'net', fen: 10 },
    { part: 'tax', fen: 30 },
    { part: 'total', fen: 40 },
  ])
  for (const { from, width } of laid) expect(from >= 0 && from + width <= 100).toBe(true)
  expect(layWaterfall([])).toEqual([])
})
