import { describe, expect, test } from 'vitest'
import { parseYaml } from './index.ts'

describe('parseYaml', () => {
  test.each([
    ['a map', 'name: 阿尔本湖\nbudgetFen: 100\n', { name: '阿尔本湖', budgetFen: 100 }],
    ['a day stays text', 'starts: 2026-12-01\n', { starts: '2026-12-01' }],
    ['nothing', '', null],
    ['brackets in words', `a: '${'['.repeat(500)}'\n`, { a: '['.repeat(500) }],
    ['an anchor used once', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
  ])('%s', (_, text, value) => expect(parseYaml(text)).toEqual({ ok: true, value }))

  test.each([
    { title: 'a key twice', text: 'a: 1\nb: 2\na: 3\n', line: 3, word: 'given before' },
    { title: 'an open bracket', text: 'a: [1, 2\nb: 3\n', line: 2, word: 'flow' },
    { title: 'a second document', text: 'a: 1\n---\nb: 2\n', line: 2, word: 'second document' },
    { title: 'brackets without end', text: `${'['.repeat(9000)}${']'.repeat(9000)}`, line: 1, word: 'too deeply' },
    { title: 'brackets that never close', text: `a: ${'[{'.repeat(100_000)}`, line: 1, word: 'too deeply' },
    { title: 'a tab as indent', text: 'a:\n\tb: 1\n', line: 2, word: 'tab' },
  ])('$title names the line', ({ text, line, word }) => {
    const parsed = parseYaml(text)
    expect(parsed).toMatchObject({ ok: false, refusals: [{ code: 'yaml.unreadable', line }] })
    expect(
      parsed.ok
        ? ''
        : parsed.refusals
            .map(({ problem }) => problem)
            .join(' ')
            .toLowerCase(),
    ).toContain(word)
  })

  test('aliases that multiply are refused, not unfolded', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`)
    expect(parseYaml(['l0: &l0 [x]', ...levels].join('\n'))).toMatchObject({ ok: false, refusals: [{ code: 'yaml.unreadable' }] })
  })
})
