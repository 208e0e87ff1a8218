import type { Brief } from '@kolibra/core/briefs'
import { expect, test } from 'vitest'
import { listSections } from './brief-sections.ts'
import { fill } from './use-words.ts'
import { zh } from './words-zh.ts'

const words = { t: (key: keyof typeof zh, values = {}) => fill(zh[key], values), language: 'zh' as const }
const both = (text: string) => ({ zh: text, en: '' })
const post = (id: string, platform: string) => ({
  id,
  weight: 'must',
  platform,
  format: 'note',
  count: 2,
  windowFrom: '2026-12-01',
  windowTo: '2026-12-10',
  fixedTime: null,
  slot: '20:00',
  fixedCaption: null,
})
const content = {
  goal: both('示例目标'),
  keyMessage: both(''),
  audience: both(''),
  background: both(''),
  deliverables: [post('d1', 'xiaohongshu'), post('d2', 'weibo')],
  mustSay: [{ id: 'm1', weight: 'must', text: both('适合干性皮肤') }],
  mustNot: [],
  verbatim: [],
  shots: [],
  productFacts: [],
  disclosure: {
    label: '广告',
    filingChannel: null,
    note: both(''),
    platforms: [
      { platform: 'xiaohongshu', label: null, filingChannel: 'pugongying', note: both('') },
      { platform: 'weibo', label: null, filingChannel: 'weirenwu', note: both('') },
    ],
  },
  links: [],
  hashtags: [{ id: 'h1', weight: 'must', text: '#示例' }],
  assets: [],
  revisionRounds: 2,
  reviewHours: 24,
  responseHours: 48,
  exclusivity: [],
  usageRights: both(''),
  paymentTerms: both(''),
  contacts: [],
  reviewSteps: [{ id: 'r1' }],
} as unknown as Brief

const shown = (platforms: readonly string[]) => listSections(content, platforms, words).flatMap(({ items }) => items.map(({ id }) => id))

test.each([
  ['m1', true],
  ['d1', true],
  ['review', true],
  ['h1', true],
  ['a post on a platform of others', false, 'd2'],
  ['a step of review, which the page does not show', false, 'r1'],
  ['gone', false],
])('whether the page of a creator on Xiaohongshu shows %s: %s', (name, isShown, id = name) =>
  expect(shown(['xiaohongshu']).includes(id)).toBe(isShown),
)

test('no item stands twice, and who reviews sees those of every platform', () => {
  const all = shown(['xiaohongshu', 'weibo'])
  expect(new Set(all).size).toBe(all.length)
  expect(all).toContain('d2')
})

test('a post says what, how many, when; a label stands once for all and once per own platform', () => {
  const sections = listSections(content, ['xiaohongshu'], words)
  const linesOf = (id: string) => sections.flatMap(({ items }) => items).find((item) => item.id === id)?.lines
  expect(linesOf('d1')).toEqual(['小红书 · 笔记 × 2', expect.stringContaining('2026-12-10'), expect.stringContaining('20:00')])
  expect(linesOf('disclosure')).toEqual([expect.stringContaining('广告'), expect.stringMatching(/^小红书 .*pugongying/)])
})
