import { describe, expect, test } from 'vitest'
import type { Post } from '../../imports/index.ts'
import { fitTone } from '../index.ts'

const wrote = (text: string | null, postId = 'p1'): Post => ({
  platform: 'xiaohongshu',
  postId,
  accountId: 'a',
  url: null,
  publishedAt: '2026-11-01T04:00:00Z',
  format: 'note',
  title: null,
  text,
  sponsored: null,
  observations: [],
})

describe('the tone of posts against what a brand wishes', () => {
  const wished = { sentenceLength: [2, 8] as [number, number], address: 'sisters' as const }

  test.each([
    { why: 'both wishes are met', text: '姐妹们好。脸颊又红了。', met: [true, true] },
    { why: 'near miss: sentences one sign too long', text: '姐妹们今天脸颊又红。', met: [false, true] },
    { why: 'another address', text: '家人们好。脸颊又红了。', met: [true, false] },
    { why: 'no address at all is a miss, for the text is held', text: '脸颊又红了。', met: [true, false] },
  ])('$why', ({ text, met }) => {
    const { textsHeld, fit } = fitTone([wrote(text)], wished)
    expect(textsHeld).toBe(1)
    expect(fit?.map(({ isMet }) => isMet)).toEqual(met)
  })

  test('without texts it is not known: no posts, or posts without a word', () => {
    expect(fitTone([], wished)).toEqual({ textsHeld: 0, fit: null })
    expect(fitTone([wrote(null), wrote('', 'p2')], wished)).toEqual({ textsHeld: 0, fit: null })
  })

  test('of several posts all texts count as one', () => {
    const { textsHeld, fit } = fitTone([wrote('姐妹们好。'), wrote('这句话比八个字要长得多了。', 'p2')], wished)
    expect(textsHeld).toBe(2)
    expect(fit?.find(({ measure }) => measure === 'sentenceLength')).toMatchObject({ isMet: true, becauseZh: '每句字数 8，期望 2–8' })
  })

  test('who wishes nothing gets nothing compared', () => {
    expect(fitTone([wrote('姐妹们好。')], {}).fit).toEqual([])
  })
})
