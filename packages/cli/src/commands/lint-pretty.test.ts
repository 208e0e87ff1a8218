import { compileRulebook, rulebookPartSchema, type LintItem } from '@kolibra/core/compliance'
import type { Language } from '@kolibra/core/shared'
import { describe, expect, test } from 'vitest'
import { printItem } from './lint-pretty.ts'

const both = { en: 'No.', zh: '否。' }
const source = { title: '测试办法', number: null, article: null, url: null, checkedOn: null }
const compiled = compileRulebook(
  [
    rulebookPartSchema.parse({
      kind: 'fact',
      id: 'r',
      title: { en: 'Short title', zh: '短标题' },
      requirement: both,
      appliesTo: { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'] },
      outcome: 'info',
      validFrom: null,
      validTo: null,
      validFromConfidence: 'unknown',
      source: { ...source, readKind: 'none' },
      penalty: null,
      fix: both,
      status: 'in_force',
      notes: null,
    }),
  ],
  { version: 'v' },
)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
const rulebook = compiled.value

/** The excerpt and the underline for a finding at `[start, end)`. */
function excerptOf(text: string, start: number, end: number): string[] {
  return printOf(text, [start, end], 'en').filter((line) => /^ +\d* \| ./.test(line))
}

function printOf(text: string, [start, end]: readonly [number, number], language: Language): string[] {
  const finding = { ruleId: 'r', outcome: 'warn' as const, field: 'text', span: { start, end }, match: text.slice(start, end) }
  const rest = { message: both, fix: { ...both, replacement: null }, source, validFrom: null, validTo: null }
  const item: LintItem = { id: 'd', verdict: 'warn', rulebook: 'v', findings: [{ ...finding, ...rest }], exemptions: [], missing: [] }
  const draft = { file: 'd.txt', isPlain: true, line: null, facts: { id: 'd', text } }
  return printItem(item, draft, { language, colour: false, rulebook }).split('\n')
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
  test('is headed by the short title of its rule; what the rule asks stands below', () => {
    const en = printOf('最佳', [0, 2], 'en')
    expect([en[0], en.find((line) => line.includes('= rule'))]).toEqual(['warn[r] Short title', '   = rule: No.'])
    const zh = printOf('最佳', [0, 2], 'zh')
    expect([zh[0], zh.find((line) => line.includes('规定')), zh.find((line) => line.includes('依据'))]).toEqual([
      '提醒[r] 短标题',
      '   = 规定：否。',
      '   = 依据：测试办法（条款未记录），施行 起始日未记录；最近核对 未记录',
    ])
    expect(zh.at(-2)).toBe('d.txt：提醒，1 条结果，0 项豁免')
  })

  test('an escape in the draft does not reach the terminal, and the underline still fits', () => {
    expect(excerptOf('\u001b[31m好\t最佳', 7, 9)).toEqual([' 1 | ␛[31m好 最佳', '   |         ^^^^'])
  })

  test('a family of emoji is two cells wide, as terminals draw it', () => {
    const text = '👨‍👩‍👧最佳'
    expect(excerptOf(text, 8, 10)[1]).toBe('   |   ^^^^')
  })
})
