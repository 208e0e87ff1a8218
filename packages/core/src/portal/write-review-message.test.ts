import { expect, test } from 'vitest'
import { writeReviewMessage } from './index.ts'

const PARTS = {
  reviewerName: '示例·林审核',
  deskName: '示例·执行组',
  brand: '示例品牌',
  productName: '示例面霜',
  hasVersion: true,
  url: 'https://kol.example.com/r/x',
} as const
const HELLO = '示例·林审核 你好，我是示例·执行组。示例品牌「示例面霜」的 brief '

test.each([
  ['asks for the review of a version that waits', {}, `${HELLO}等你审核：可以直接通过，或写明要改什么；对哪一条有意见就写在那一条下面。`],
  ['asks for nothing while none waits', { hasVersion: false }, `${HELLO}现在没有待你审核的版本，有了会更新在这里：`],
] as const)('the message %s, with the link on a line of its own', (_, change, words) =>
  expect(writeReviewMessage({ ...PARTS, ...change })).toBe(`${words}\nhttps://kol.example.com/r/x`),
)

test('a person whose name was erased is greeted without one', () =>
  expect(writeReviewMessage({ ...PARTS, reviewerName: null })).toMatch(/^你好，我是示例·执行组。/))
