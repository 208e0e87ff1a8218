import { expect, test } from 'vitest'
import { isReminded, writeReminder } from './index.ts'

const PARTS = {
  kind: 'draft',
  creatorName: '示例·小鹿',
  deskName: '示例·执行组',
  productName: '示例面霜',
  due: '2026-11-27',
  url: 'https://kol.example.com/c/x',
} as const

test.each([
  ['due_soon', '示例·小鹿 你好，我是示例·执行组。提醒一下，「示例面霜」的初稿约定11月27日 前给到，来得及吗？有困难直接跟我说，我来协调。'],
  [
    'overdue',
    '示例·小鹿 你好，我是示例·执行组。「示例面霜」的初稿原定11月27日 前给到，这边还没收到。大概什么时候方便？有困难直接跟我说，我来协调。',
  ],
] as const)('%s', (stage, words) => expect(writeReminder({ ...PARTS, stage })).toBe(`${words}\nhttps://kol.example.com/c/x`))

test('names nobody whose name is not known', () => {
  expect(writeReminder({ ...PARTS, stage: 'open', kind: 'playback', creatorName: null, due: null })).toBe(
    '你好，我是示例·执行组。「示例面霜」的 brief 复述麻烦方便时给到，页面上可以直接提交。\nhttps://kol.example.com/c/x',
  )
})

test('of what is the desk’s nobody reminds a creator', () =>
  expect(['review', 'toString', 'revise'].map(isReminded)).toEqual([false, false, true]))
