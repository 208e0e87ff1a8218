import type { LintItem } from '@kolibra/core/compliance'
import { describe, expect, test } from 'vitest'
import { printItem } from './lint-pretty.ts'

/** The excerpt and the underline for a finding at `[start, end)`. */
function excerptOf(text: string, start: number, end: number): string[] {
  const both = { en: 'No.', zh: '否。' }
  const source = { title: '测试办法', number: null, article: null, url: null, checkedOn: null }
  const finding = { ruleId: 'r', outcome: 'warn' as const, field: 'text', span: { start, end }, match: text.slice(start, end) }
  const rest = { message: both, fix: { ...both, replacement: null }, source, validFrom: null, validTo: null }
  const item: LintItem = { id: 'd', verdict: 'warn', rulebook: 'v', findings: [{ ...finding, ...rest }], exemptions: [], missing: [] }
  const printed = printItem(item, { file: 'd.txt', isPlain: true, line: null, facts: { id: 'd', text } }, { language: 'en', colour: false })
  return printed.split('\n').filter((line) => /^ +\d* \| ./.test(line))
}

describe('the excerpt under a finding', () => {
  test('a short line is shown whole', () => {
    expect(excerptOf('甲\n这是最佳面霜', 4, 6)).toEqual([' 2 | 这是最佳面霜', '   |     ^^^^'])
  })

  test('of a long line only the neighbourhood, marked where it is cut', () => {
    const [line = '', mark = ''] = excerptOf(`${'好'.repeat(5000)}最佳${'好'.repeat(5000)}`, 5000, 5002)
    expect(line).toBe(` 1 | …${'好'.repeat(60)}最佳${'好'.repeat(60)}…`)
    expect(mark.trimEnd().endsWith('^^^^')).toBe(true)
  })

  test('the cut splits no character', () => {
    const [line = ''] = excerptOf(`a${'😀'.repeat(200)}最佳${'😀'.repeat(200)}`, 401, 403)
    expect(line).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
    expect(line).toContain('😀最佳😀')
  })
})

describe('the printed finding', () => {
  test('an escape in the draft does not reach the terminal, and the underline still fits', () => {
    expect(excerptOf('\u001b[31m好\t最佳', 7, 9)).toEqual([' 1 | ␛[31m好 最佳', '   |         ^^^^'])
  })

  test('a family of emoji is two cells wide, as terminals draw it', () => {
    const text = '👨‍👩‍👧最佳'
    expect(excerptOf(text, 8, 10)[1]).toBe('   |   ^^^^')
  })
})
