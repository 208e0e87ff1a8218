import { describe, expect, test } from 'vitest'
import { sha256 } from '../../test/sha256.ts'
import { hashText, type LintItem } from '../compliance/index.ts'
import { makeEntry, makeSource, on } from '../compliance/test/entry-fixture.ts'
import type { GateInput } from './index.ts'
import { judgeRules, listLintFindings } from './index.ts'
import { makeDeliverable, makeDraft, makeGateInput, makeHit, makeItem, makeLint } from './test/gate-fixture.ts'

const answersOf = (change: Partial<GateInput>) => judgeRules(makeGateInput(change), sha256)
const codesOf = (change: Partial<GateInput>) =>
  answersOf(change).flatMap(({ findings }) => findings.map(({ severity, code, waivable }) => `${severity} ${code}${waivable ? '' : ' !'}`))
const linted = (change: Partial<LintItem>) => ({ deliverables: [makeItem({ draft: makeDraft(undefined, { lint: makeLint(change) }) })] })
const scheduled = (plannedFor: string | null, publishAt: string | null) => ({
  deliverables: [
    makeItem({
      deliverable: makeDeliverable({ plannedFor }),
      draft: makeDraft(undefined, { facts: { id: 'd1', text: '早晚都在用。', publishAt } }),
    }),
  ],
})

const FACTS = { id: 'd1', text: '早晚都在用。' }
const checkedAs = (text: string) => {
  const check = { checkId: 'c1', textHash: hashText({ ...FACTS, text }, sha256), checkedAt: '2026-11-22T04:00:00.000Z' }
  return { deliverables: [makeItem({ draft: makeDraft(undefined, { facts: FACTS, check }) })] }
}

describe('rules gate', () => {
  const cases: readonly { why: string; change: Partial<GateInput>; codes: string[] }[] = [
    { why: 'a clean draft', change: {}, codes: [] },
    { why: 'a statute: nobody waives', change: linted({ findings: [makeHit('block')] }), codes: ['block ad-law.art09-3 !'] },
    { why: 'an error: the owner may', change: linted({ findings: [makeHit('error')] }), codes: ['block ad-law.art09-3'] },
    { why: 'a warning', change: linted({ findings: [makeHit('warn')] }), codes: ['warn ad-law.art09-3'] },
    { why: 'a review waits for a person', change: linted({ findings: [makeHit('review')] }), codes: ['warn ad-law.art09-3'] },
    { why: 'an info passes', change: linted({ findings: [makeHit('info')] }), codes: ['info ad-law.art09-3 !'] },
    { why: 'missing facts are told', change: linted({ missing: ['commissioned'] }), codes: ['info draft.facts_missing'] },
    { why: 'the date moved', change: scheduled('2027-01-21', '2027-01-20'), codes: ['block draft.check_stale !'] },
    { why: 'near miss: same day, written as a moment', change: scheduled('2027-01-20T12:00:00.000Z', '2027-01-20'), codes: [] },
    { why: 'the planned day has passed', change: { ...scheduled('2027-01-11', '2027-01-11') }, codes: ['block draft.check_stale !'] },
    { why: 'near miss: planned for today', change: scheduled('2027-01-12', '2027-01-12'), codes: [] },
    { why: 'no date planned: nothing to compare', change: scheduled(null, '2027-01-20'), codes: [] },
    { why: 'the date of the check is not known', change: scheduled('2027-01-20', null), codes: [] },
    { why: 'the text changed since its check', change: checkedAs('早晚都用。'), codes: ['block draft.check_stale !'] },
    { why: 'near miss: the text is the one that was checked', change: checkedAs(FACTS.text), codes: [] },
    { why: 'a newer rulebook', change: { rulebook: '2027-01-01' }, codes: ['block draft.check_stale !'] },
    { why: 'near miss: the same rulebook', change: { rulebook: '2026-11-22' }, codes: [] },
    {
      why: 'near miss: published before the rulebook changed',
      change: { rulebook: '2027-01-01', deliverables: [makeItem({ deliverable: makeDeliverable({ state: 'published' }) })] },
      codes: [],
    },
  ]
  test.each(cases)('$why', ({ change, codes }) => {
    expect(codesOf(change)).toEqual(codes)
  })

  test('open without a draft', () => {
    const answers = answersOf({ deliverables: [makeItem({ draft: null })] })
    expect(answers.map(({ isOpen, findings }) => [isOpen, findings.map(({ code }) => code)])).toEqual([[true, ['draft.missing']]])
  })

  test('a source past its interval is told, and does not change what a pass is bound to; a published post is left alone', () => {
    const entries = [
      makeEntry('r.links', '链接', { ...on('xiaohongshu'), source: makeSource({ title: '示例规范', checkedOn: '2026-12-01' }) }),
    ]
    const [warned] = answersOf({ entries })
    expect(warned?.findings).toMatchObject([
      { code: 'rules.source_stale', severity: 'warn', because: { zh: expect.stringContaining('42 天：《示例规范》。') } },
    ])
    expect(warned?.parts).toEqual(answersOf({})[0]?.parts)
    expect(codesOf({ entries, deliverables: [makeItem({ deliverable: makeDeliverable({ state: 'published' }) })] })).toEqual([])
  })

  test('a rulebook that says the same of a text leaves its pass alone once the text was checked again', () => {
    const checked = (rulebook: string) => answersOf({ rulebook, ...linted({ rulebook, findings: [makeHit('warn')] }) })[0]?.parts
    expect(checked('2027-01-01')).toEqual(checked('2026-11-22'))
    const harder = answersOf({ rulebook: '2027-01-01', ...linted({ rulebook: '2027-01-01', findings: [makeHit('error')] }) })[0]?.parts
    expect(harder).not.toEqual(checked('2027-01-01'))
  })

  test('tomorrow alone does not change what a pass is bound to', () => {
    const [today] = answersOf({ today: '2027-01-12' })
    const [tomorrow] = answersOf({ today: '2027-01-13' })
    expect(tomorrow?.parts).toEqual(today?.parts)
  })
})

describe('lint findings at a gate', () => {
  const subject = { kind: 'deliverable' as const, id: 'd1' }

  test('several hits of one rule are one finding with the words, the worst outcome first', () => {
    const lint = makeLint({ findings: [makeHit('warn', 'r1', '最好'), makeHit('error', 'r1', '第一'), makeHit('warn', 'r2', null)] })
    expect(listLintFindings(lint, subject).map(({ code, severity, because }) => [code, severity, because.zh])).toEqual([
      ['r1', 'block', '绝对化用语。（第一、最好）'],
      ['r2', 'warn', '绝对化用语。'],
    ])
  })
})
