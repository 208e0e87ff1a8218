import { describe, expect, test } from 'vitest'
import { momentOf, nameDue, namePost, wallClockOf } from './name-post.ts'

describe('what a post and its time are called', () => {
  test.each([
    ['zh', '小红书 · 图文笔记'],
    ['en', 'xiaohongshu · note picture'],
  ] as const)('%s', (language, name) => expect(namePost({ platform: 'xiaohongshu', format: 'note_picture' }, language)).toBe(name))

  test.each([
    ['2026-12-05', 'zh', '12月5日 前'],
    ['2026-12-05T17:00:00.000Z', 'zh', '12月6日 01:00 前'],
    ['2026-12-05', 'en', 'by 2026-12-05'],
    ['2026-12-05T17:00:00.000Z', 'en', 'by 2026-12-06 01:00 Beijing time'],
  ] as const)('%s in %s', (due, language, told) => expect(nameDue(due, language)).toBe(told))

  test('a wall clock of Beijing is one moment wherever the phone is, and back', () => {
    expect(momentOf('2026-12-06T01:00')).toBe('2026-12-05T17:00:00.000Z')
    expect(wallClockOf(Date.parse('2026-12-05T17:00:00.000Z'))).toBe('2026-12-06T01:00')
  })
  test.each(['', '2026-12-06', 'soon'])('%s is no moment', (text) => expect(momentOf(text)).toBeNull())
})
