import { describe, expect, test } from 'vitest'
import type { Brief } from '@kolibra/core/briefs'
import { nameItem, sayIn } from './name-item.ts'

const content = {
  mustSay: [{ id: 'm1', weight: 'must', text: { zh: '适合干性皮肤', en: '' } }],
  mustNot: [],
  shots: [],
  productFacts: [],
  deliverables: [{ id: 'd1', platform: 'xiaohongshu', format: 'note' }],
  verbatim: [],
  hashtags: [{ id: 'h1', weight: 'must', text: '#示例' }],
} as unknown as Brief

describe('the name of an item of the brief', () => {
  test.each([
    ['m1', { text: '适合干性皮肤' }],
    ['d1', { text: '小红书 · 笔记' }],
    ['h1', { text: '#示例' }],
    ['goal', { key: 'brief_goal' }],
    ['paymentTerms', { key: 'brief_payment' }],
    ['gone', { key: 'brief_other' }],
  ])('%s', (id, name) => expect(nameItem(content, id, 'zh')).toEqual(name))

  test('one language stands in for the other', () => {
    expect(sayIn('en', { zh: '一', en: '' })).toBe('一')
    expect(sayIn('zh', { zh: '', en: 'one' })).toBe('one')
  })
})
