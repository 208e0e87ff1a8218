import { describe, expect, test } from 'vitest'
import { writeDigest, type DigestItem } from './index.ts'

const PLACE = { publicUrl: 'https://kol.example.com' } as const
const first = { id: 'c1', name: '示例·春季' }
const second = { id: 'c2', name: '示例·秋季' }
const ITEMS: readonly DigestItem[] = [
  { sentence: '稿件待审核。', at: '2026-11-22T04:00:00.000Z', campaign: first },
  { sentence: 'Brief 已通过。', at: '2026-11-22T05:00:00.000Z', campaign: second },
  { sentence: '稿件待审核。', at: '2026-11-22T17:30:00.000Z', campaign: first },
]

describe('a digest', () => {
  test('tells by campaign, the same thing once with how often and when last, in Shanghai time', () => {
    expect(writeDigest(ITEMS, { language: 'zh', ...PLACE })).toEqual({
      subject: 'Kolibra: 3 条动态',
      text: [
        'Kolibra: 3 条动态',
        'https://kol.example.com/tasks',
        '',
        '示例·春季',
        'https://kol.example.com/campaigns/c1',
        '· 11-23 01:30 稿件待审核。 ×2',
        '',
        '示例·秋季',
        'https://kol.example.com/campaigns/c2',
        '· 11-22 13:00 Brief 已通过。',
      ].join('\n'),
    })
  })

  test('says so when one thing happened, and names no campaign where there is none', () => {
    const only: DigestItem = { sentence: 'This channel works.', at: '2026-11-22T04:00:00.000Z', campaign: null }
    const { subject, text } = writeDigest([only], { language: 'en', ...PLACE })
    expect(subject).toBe('Kolibra: one thing happened')
    expect(text).toBe(`${subject}\nhttps://kol.example.com/tasks\n\n· 11-22 12:00 This channel works.`)
  })
})
