import { describe, expect, test } from 'vitest'
import type { RuleEntry } from './rule-entry.ts'
import { listStaleSources, mayReach } from './stale-sources.ts'
import { makeEntry, makeSource, on } from './test/entry-fixture.ts'

const entry = (title: string, checkedOn: string | null, change: object = {}): RuleEntry =>
  makeEntry(`r.${title.length}`, '甲', { ...on('douyin'), source: makeSource({ title, checkedOn }), ...change })
const law = { appliesTo: { who: ['creator'], categories: ['cosmetics'], platforms: ['*'], formats: ['*'] } }
const days = { day: '2026-12-20', today: '2026-12-07' }
const list = (entries: readonly RuleEntry[], facts = {}, at = days) => listStaleSources(entries, facts, at)

describe('sources past their interval', () => {
  test.each<[string, RuleEntry[], object[]]>([
    ['a platform page after 14 days', [entry('页', '2026-11-22')], [{ source: '页', days: 15 }]],
    ['near miss: on the 14th day', [entry('页', '2026-11-23')], []],
    ['a law after 90 days', [entry('法', '2026-09-07', law)], [{ source: '法', days: 91 }]],
    ['near miss: on the 90th day', [entry('法', '2026-09-08', law)], []],
    ['near miss: nobody ever looked', [entry('页', null)], []],
    ['near miss: a fact judges nothing', [entry('页', '2026-11-01', { kind: 'fact', detectors: null })], []],
    ['near miss: the rule ends before the text is published', [entry('页', '2026-11-01', { validTo: '2026-12-19' })], []],
    ['near miss: the rule starts after the text is published', [entry('页', '2026-11-01', { validFrom: '2026-12-21' })], []],
  ])('%s', (_why, entries, stale) => expect(list(entries)).toEqual(stale))

  test('count once per source, by its oldest entry, longest first', () => {
    const entries = [entry('页', '2026-11-20'), entry('页', '2026-11-10'), entry('法', '2026-01-01', law), entry('甲', '2026-11-10')]
    expect(list(entries)).toEqual([
      { source: '法', days: 340 },
      { source: '甲', days: 27 },
      { source: '页', days: 27 },
    ])
  })

  test('of other platforms and categories are left out; what is not known may be anything', () => {
    const entries = [entry('页', '2026-11-01'), entry('法', '2026-01-01', law)]
    const of = (facts: object) => list(entries, facts).map(({ source }) => source)
    expect(of({ platform: 'weibo', category: 'food' })).toEqual([])
    expect(of({ platform: 'douyin', category: 'food' })).toEqual(['页'])
    expect(of({ platform: 'weibo', category: null })).toEqual(['法'])
    expect(of({})).toEqual(['法', '页'])
    expect(mayReach(entry('页', null), { platform: 'weibo' })).toBe(false)
  })
})
