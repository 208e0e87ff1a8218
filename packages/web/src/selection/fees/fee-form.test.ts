import { feeTableSchema, FEE_TABLE, type FeeTable } from '@kolibra/core/selection'
import { expect, test } from 'vitest'
import { addRow, draftsOf, faultOf, tableOf } from './fee-form.ts'

const table: FeeTable = {
  version: 'ours',
  rows: [
    { platform: null, share: 0.07, source: '[A]' },
    { platform: 'xiaohongshu', share: 0.1, source: '示例·公告' },
  ],
}

test('rows are typed in per cent, that of all others stands last, and come back as they were', () => {
  const drafts = draftsOf(table)
  expect(drafts.map(({ platform, percent }) => [platform, percent])).toEqual([
    ['xiaohongshu', '10'],
    [null, '7'],
  ])
  const back = tableOf(drafts, '2026-11-27')
  expect(back).toEqual({ version: '2026-11-27', rows: table.rows.toReversed() })
  expect(feeTableSchema.parse(back)).toEqual(back)
})

test.each([
  ['5', 0.05],
  ['５．５％', 0.055],
  ['0', 0],
  ['100', 1],
  ['7.25 %', 0.0725],
])('%s is a share of %d', (percent, share) => {
  expect(tableOf([{ platform: null, percent, source: '示例' }], 'v')?.rows[0]?.share).toBe(share)
})

test.each(['', '-1', '101', 'ten', '5,5', '1.23456', '∞'])('"%s" is no share, and nothing is saved', (percent) => {
  const draft = { platform: null, percent, source: '示例' }
  expect(faultOf(draft)).toBe('percent')
  expect(tableOf([draft], 'v')).toBeNull()
})

test('a share without a source is not saved', () => {
  const draft = { platform: null, percent: '5', source: ' ' }
  expect(faultOf(draft)).toBe('source')
  expect(tableOf([draft], 'v')).toBeNull()
})

test('a further platform comes before all others, with nothing guessed', () => {
  const drafts = addRow(draftsOf(FEE_TABLE), 'douyin')
  expect(drafts.map(({ platform, percent }) => [platform, percent])).toEqual([
    ['douyin', ''],
    [null, '10'],
  ])
  expect(tableOf(drafts, 'v')).toBeNull()
})
