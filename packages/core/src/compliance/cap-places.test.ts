import { describe, expect, test } from 'vitest'
import { lintText, makeRule, makeRulebook } from '../../test/compliance/small-rulebook.ts'

const rulebook = makeRulebook(
  makeRule('r'),
  makeRule('other', { outcome: 'warn', detectors: [{ kind: 'terms', words: ['差评'] }] }),
  makeRule('x', { outcome: 'info', exempts: ['r'], detectors: [{ kind: 'terms', words: ['引用坏话'] }] }),
)
const FURTHER = /(\d+) further places/
const furtherOf = (text: string) =>
  lintText(rulebook, text).findings.flatMap(({ ruleId, message }) => {
    const found = FURTHER.exec(message.en)
    return found ? [`${ruleId} ${found[1]}`] : []
  })

describe('a text with very many places', () => {
  test.each([
    ['a hundred are all told', 100, 100, []],
    ['of a hundred and one, the last told says that one is left out', 101, 100, ['r 1']],
    ['of five thousand', 5000, 100, ['r 4900']],
  ])('%s', (_name, ...[places, told, further]) => {
    const text = '坏话，'.repeat(places)
    expect(lintText(rulebook, text).findings).toHaveLength(told)
    expect(furtherOf(text)).toEqual(further)
  })

  test('each rule has its own hundred, and what comes late is not lost behind a crowd', () => {
    const { findings, verdict } = lintText(rulebook, `${'差评，'.repeat(300)}坏话`)
    expect(findings.filter(({ ruleId }) => ruleId === 'r').map(({ match }) => match)).toEqual(['坏话'])
    expect(findings).toHaveLength(101)
    expect(verdict).toBe('error')
  })

  test('exempted places take no room from the others', () => {
    const item = lintText(rulebook, `${'引用坏话，'.repeat(300)}坏话`)
    expect(item.findings.map(({ match }) => match)).toEqual(['坏话'])
    expect(item.exemptions).toHaveLength(100)
  })

  test('the Chinese reader is told too', () => {
    expect(lintText(rulebook, '坏话，'.repeat(103)).findings.at(-1)?.message.zh).toContain('该规则另有 3 处命中，未列出。')
  })
})
