import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import {
  joinRules,
  lint,
  listSources,
  newsOfChecks,
  ruleEntrySchema,
  SOURCE_INTERVALS_DAYS,
  sourceKindOf,
  staleDays,
  type RuleEntry,
  type SourceCheck,
} from './index.ts'
import { makeRule, makeRulebook } from '../../test/compliance/small-rulebook.ts'

const READ = '2026-11-01'

/** An entry of a law page, or of a platform's when platforms are named. */
function makeEntry(id: string, { title = '办法', checkedOn = READ, platforms = ['*'], validTo = null as string | null } = {}): RuleEntry {
  const source = { title, number: null, article: null, url: null, checkedOn, readKind: 'full_text_copy' }
  const appliesTo = { who: ['creator'], categories: ['*'], platforms, formats: ['*'] }
  return ruleEntrySchema.parse(makeRule(id, { source, appliesTo, validTo }))
}
const law = makeEntry('law.a')
const page = makeEntry('page.a', { title: '公约', platforms: ['douyin'] })
const check = (more: Partial<SourceCheck> = {}): SourceCheck => ({
  source: '公约',
  checkedOn: '2026-11-20',
  by: '示例·阿宁',
  lookedAt: 'whole page',
  result: 'unchanged',
  ...more,
})
const unread = { ...makeEntry('law.b'), source: { ...law.source, checkedOn: null } }

describe('the due list', () => {
  test.each([
    { why: 'a law on its 90th day', entry: law, today: addDays(READ, 90), dueOn: '2027-01-30', lateDays: 0, isDue: true },
    { why: 'near miss: the day before', entry: law, today: addDays(READ, 89), dueOn: '2027-01-30', lateDays: 0, isDue: false },
    { why: 'a platform page on its 14th day', entry: page, today: addDays(READ, 14), dueOn: '2026-11-15', lateDays: 0, isDue: true },
    { why: 'near miss: the day before', entry: page, today: addDays(READ, 13), dueOn: '2026-11-15', lateDays: 0, isDue: false },
    { why: 'a week late', entry: page, today: addDays(READ, 21), dueOn: '2026-11-15', lateDays: 7, isDue: true },
    { why: 'never read: due at once, how late nobody knows', entry: unread, today: READ, dueOn: null, lateDays: null, isDue: true },
  ])('$why', ({ entry, today, dueOn, lateDays, isDue }) => {
    expect(listSources([entry], { today })).toMatchObject([{ dueOn, lateDays, isDue, entryIds: [entry.id] }])
  })

  test('a source is one page, and as old as the entry read longest ago', () => {
    const later = makeEntry('law.c', { checkedOn: '2026-11-09' })
    expect(listSources([later, law], { today: READ })).toMatchObject([{ lastCheckedOn: READ, entryIds: ['law.c', 'law.a'] }])
  })

  test('one entry that nobody read leaves the page unread, until somebody checks the page', () => {
    expect(listSources([law, unread], { today: READ })).toMatchObject([{ lastCheckedOn: null }])
    const checks = [check({ source: '办法', checkedOn: READ })]
    expect(listSources([law, unread], { today: READ, checks })).toMatchObject([{ lastCheckedOn: READ, isDue: false }])
  })

  test('a check moves the day; one after today, of another source or older than the reading does not', () => {
    const others = [check({ checkedOn: '2027-01-01' }), check({ source: '办法' }), check({ checkedOn: '2026-10-01' })]
    expect(listSources([page], { today: '2026-11-20', checks: [check(), ...others] })).toMatchObject([{ lastCheckedOn: '2026-11-20' }])
    expect(listSources([page], { today: '2026-11-19', checks: [check(), ...others] })).toMatchObject([{ lastCheckedOn: READ }])
  })

  test('what has ended needs no look, from the day after its last', () => {
    const ended = makeEntry('law.old', { validTo: '2026-11-10' })
    expect(listSources([ended], { today: '2026-11-10' })).toHaveLength(1)
    expect(listSources([ended], { today: '2026-11-11' })).toEqual([])
  })

  test('a custom that no text lays down is never due; one that a page tells of is', () => {
    const custom = { ...law, source: { ...law.source, kind: 'custom' as const, checkedOn: null } }
    expect(listSources([custom], { today: READ })).toEqual([])
    const told = { ...custom, source: { ...custom.source, url: 'https://news.example/1' } }
    expect(listSources([told], { today: READ })).toHaveLength(1)
  })

  test('never read comes first, then by the day it is due; owners by source', () => {
    const hidden = { ...page, source: { ...page.source, title: '未读', checkedOn: null } }
    const owners = new Map([['公约', 'm1']])
    const due = listSources([law, page, hidden], { today: READ, owners })
    expect(due.map(({ source, owner }) => [source, owner])).toEqual([
      ['未读', null],
      ['公约', 'm1'],
      ['办法', null],
    ])
  })

  test('property: each living entry stands in exactly one source, and due is what is not checked within its interval', () => {
    const days = fc.integer({ min: 0, max: 200 })
    const checks = fc.array(fc.record({ offset: days, isPage: fc.boolean() }), { maxLength: 6 })
    fc.assert(
      fc.property(days, checks, (offset, looks) => {
        const today = addDays(READ, offset)
        const records = looks.map((look) => check({ source: look.isPage ? '公约' : '办法', checkedOn: addDays(READ, look.offset) }))
        const due = listSources([law, page], { today, checks: records })
        expect(due.flatMap((one) => one.entryIds).toSorted()).toEqual(['law.a', 'page.a'])
        for (const { kind, lastCheckedOn, isDue } of due)
          expect(isDue).toBe(lastCheckedOn === null || addDays(lastCheckedOn, SOURCE_INTERVALS_DAYS[kind]) <= today)
      }),
    )
  })
})

describe('an entry and the checks of its source', () => {
  test('unchanged vouches for all that stands on it with its newest day, changed for nothing', () => {
    const checks = [check(), check({ checkedOn: '2026-10-01' }), check({ source: '办法', result: 'changed' })]
    expect(newsOfChecks([page, law], checks)).toEqual([{ id: 'page.a', checkedOn: '2026-11-20' }])
  })
  test('joined to the rulebook, they move the day on which its source was read', () => {
    const joined = joinRules(
      makeRulebook(page, law),
      { parts: [], disabled: [], news: newsOfChecks([page, law], [check()]) },
      { version: 'v' },
    )
    expect(joined.ok && joined.value.entries.map((entry) => entry.source.checkedOn)).toEqual(['2026-11-20', READ])
  })
  test.each([
    ['platform_rule', ['*'], 'platform'],
    ['normative_document', ['douyin'], 'law'],
    [null, ['douyin'], 'platform'],
    [null, ['*'], 'law'],
  ] as const)('a source of kind %s on %j is of the %s', (kind, platforms, expected) => {
    const entry = makeEntry('a', { platforms: [...platforms] })
    expect(sourceKindOf({ ...entry, source: { ...entry.source, kind } })).toBe(expected)
  })
  test.each([
    [page, addDays(READ, 14), null],
    [page, addDays(READ, 15), 15],
    [law, addDays(READ, 90), null],
    [law, addDays(READ, 91), 91],
    [unread, '2030-01-01', null],
    [law, '2020-01-01', null],
  ])('%o on %s: %j', (entry, today, days) => expect(staleDays(entry, today)).toBe(days))
})

describe('a finding whose source was checked long ago', () => {
  const rulebook = makeRulebook(page)
  const judge = (at: string, publishAt?: string) =>
    lint({ id: 'd', text: '坏话', platform: 'douyin', publishAt }, rulebook, { at }).findings
  test('says how long ago, from the day given', () => {
    expect(judge(addDays(READ, 15))).toMatchObject([{ lastCheckedDays: 15, message: { en: 'text Last checked 15 days ago.' } }])
    expect(judge(addDays(READ, 15))[0]?.message.zh).toBe('文字该来源距上次核对已 15 天。')
  })
  test('near miss: on the last day of the interval it says nothing, whenever the post is published', () => {
    expect(judge(addDays(READ, 14), '2027-11-01')[0]).not.toHaveProperty('lastCheckedDays')
    expect(judge(addDays(READ, 14))[0]?.message).toEqual({ en: 'text', zh: '文字' })
  })
})
