import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRulebooks, findImpact, lint, type ContentFacts } from './index.ts'
import { makeRule, makeRulebook } from '../../test/compliance/small-rulebook.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const onlyOn = (more: object) => ({ who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'], ...more })
const { detectors: _detectors, ...plain } = makeRule('fact')
const makeFact = (id: string, more: object = {}) => ({ ...plain, id, kind: 'fact', outcome: 'info', ...more })
const draft: ContentFacts = { id: 'd1', text: '一句坏话。', platform: 'douyin', category: 'food' }

describe('two versions of a rulebook', () => {
  const before = makeRulebook(makeRule('same'), makeRule('gone'), makeRule('other'))
  const after = makeRulebook(makeRule('same'), makeRule('other', { validTo: '2026-12-31', outcome: 'warn' }), makeRule('new'))
  test('differ by what came, went and changed', () => {
    expect(compareRulebooks(before, after)).toMatchObject({
      added: [{ id: 'new' }],
      removed: [{ id: 'gone' }],
      changed: [{ entry: { id: 'other', outcome: 'warn' }, fields: ['outcome', 'validTo'] }],
    })
  })
  test('property: a rulebook differs from itself by nothing, in whatever order it stands', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...before.entries], { minLength: 3 }), (entries) => {
        expect(compareRulebooks(before, { entries })).toEqual({ added: [], removed: [], changed: [] })
      }),
    )
  })
})

describe('what a change does to a draft', () => {
  const both = makeRulebook(makeRule('old', { validTo: '2026-11-30' }), makeRule('new', { validFrom: '2026-12-01', outcome: 'block' }))
  const on = (day: string, rulebook = both) => ({ rulebook, day })

  test('a rule that ends and one that starts, on the day it happens', () => {
    expect(findImpact(draft, on('2026-11-30'), on('2026-12-01'))).toMatchObject({
      id: 'd1',
      before: 'error',
      after: 'block',
      appeared: [{ ruleId: 'new', match: '坏话' }],
      gone: [{ ruleId: 'old' }],
      facts: [],
    })
  })
  test('nothing when the days or the text give no difference', () => {
    expect(findImpact(draft, on('2026-11-29'), on('2026-11-30'))).toBeNull()
    expect(findImpact({ ...draft, text: '好话' }, on('2026-11-30'), on('2026-12-01'))).toBeNull()
  })
  test('the day asked for wins over the day of publication', () => {
    expect(findImpact({ ...draft, publishAt: '2030-01-01' }, on('2026-11-30'), on('2026-12-01'))?.before).toBe('error')
  })
  test('a rule judged softer, or at another place, is a change', () => {
    const softer = makeRulebook(makeRule('old', { outcome: 'warn' }))
    const sharp = makeRulebook(makeRule('old'))
    expect(findImpact(draft, on('2026-11-30', sharp), on('2026-11-30', softer))).toMatchObject({ before: 'error', after: 'warn' })
    const wider = makeRulebook(makeRule('old', { detectors: [{ kind: 'terms', words: ['一句坏话'] }] }))
    expect(findImpact(draft, on('2026-11-30', sharp), on('2026-11-30', wider))).toMatchObject({ appeared: [{ match: '一句坏话' }] })
  })
  test('facts that start, end or read otherwise are told by what they reach, and judge nothing', () => {
    const bare = makeRulebook(makeFact('kept'), makeFact('ends'))
    const more = makeRulebook(
      makeFact('kept', { penalty: 'a fine' }),
      makeFact('starts'),
      makeFact('elsewhere', { appliesTo: onlyOn({ platforms: ['weibo'] }) }),
    )
    const impact = findImpact(draft, on('2026-11-30', bare), on('2026-11-30', more))
    expect(impact?.facts.map(({ id }) => id)).toEqual(['kept', 'starts', 'ends'])
    expect(impact).toMatchObject({ before: 'pass', after: 'pass', appeared: [], gone: [] })
  })
  test('the same rulebook on the same day touches nothing, whatever is asked', () => {
    const shipped = openShippedRulebook()
    const texts = shipped.entries.flatMap((entry, index) => (index % 9 === 0 ? entry.examples.invalid.map(({ text }) => text) : []))
    for (const text of texts) expect(findImpact({ ...draft, text }, on('2026-11-22', shipped), on('2026-11-22', shipped))).toBeNull()
  })
  test('finance on the last day of September 2026: what lint finds newly is what appears', () => {
    const shipped = openShippedRulebook()
    const fund: ContentFacts = {
      id: 'f',
      text: '聊聊这只基金。',
      category: 'finance',
      account: 'creator',
      commission: 'fee',
      label: '广告',
    }
    const impact = findImpact(fund, on('2026-09-29', shipped), on('2026-09-30', shipped))
    expect(impact?.appeared.map(({ ruleId }) => ruleId)).toContain('fin26.who')
    const now = lint({ ...fund, publishAt: '2026-09-30' }, shipped, { at: '2026-09-30' })
    expect(impact?.after).toBe(now.verdict)
  })
})
