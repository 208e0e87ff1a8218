import { describe, expect, test } from 'vitest'
import { FREEDOM_TABLE } from '../../briefs/index.ts'
import { makeBrief } from '../../briefs/test/brief-fixture.ts'
import { reportFreedom, type FreedomFacts } from '../index.ts'

const facts = (change: Partial<FreedomFacts> = {}): FreedomFacts => ({
  brief: { version: 3, content: makeBrief({ verbatim: [], mustSay: [], shots: [], toneApproval: true, revisionRounds: 1 }) },
  table: FREEDOM_TABLE,
  steps: [{ kind: 'draft', text: '早晚都在用的面霜' }, { kind: 'asked' }, { kind: 'draft', text: '早晚都在' }],
  asOf: '2026-12-01T02:00:00.000Z',
  ...change,
})

describe('the two figures of a post', () => {
  test('stand side by side, each with its own name, source and formula', () => {
    const { freedom, kept } = reportFreedom(facts(), { state: 'published' })
    expect(freedom).toMatchObject({ label: { zh: '创作自由度' }, unit: 'of 100', source: 'brief version 3, table of weights freedom-1' })
    expect(freedom.formula).toContain('F = 100')
    expect(kept).toMatchObject({ label: { zh: '初稿保留率' }, value: 0.5, unit: 'share', because: null })
    expect(kept.sourceZh).toBe('留存稿件 2 版，其中 1 版因品牌要求修改')
  })

  test('the index is told by the weights that counted then', () => {
    const heavier = FREEDOM_TABLE.costs.map((row) => (row.name === 'toneApproval' ? { ...row, weight: 50, cap: 50 } : row))
    const before = reportFreedom(facts(), { state: 'published' }).freedom
    const after = reportFreedom(facts({ table: { ...FREEDOM_TABLE, version: 'ours', costs: heavier } }), { state: 'published' }).freedom
    expect((before.value ?? 0) - (after.value ?? 0)).toBe(45)
    expect(after.source).toContain('ours')
  })

  test.each([
    { why: 'not out yet', state: 'approved' as const, change: {}, because: 'not published yet' },
    { why: 'no draft', state: 'published' as const, change: { steps: [] }, because: 'no first draft is held' },
  ])('kept is unknown and says why: $why', ({ state, change, because }) => {
    expect(reportFreedom(facts(change), { state }).kept).toMatchObject({ value: null, because })
  })

  test('a brief that was never sent gives no index, not an index of 0', () => {
    expect(reportFreedom(facts({ brief: null }), { state: 'published' }).freedom).toMatchObject({ value: null, source: 'none' })
  })

  test('says what the creator changed unasked', () => {
    const { kept } = reportFreedom(
      facts({
        steps: [
          { kind: 'draft', text: '早晚都在用的面霜' },
          { kind: 'draft', text: '早晚都在' },
        ],
      }),
      {
        state: 'published',
      },
    )
    expect(kept).toMatchObject({ value: 1, because: '50% of it was changed by the creator unasked: not counted' })
  })
})
