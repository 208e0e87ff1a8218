import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../test/sha256.ts'
import { authorHashOf, checkMerge, checkSplit, pairKey, prepareTrace, suggestMerges, type AccountTrace, type MergeWish } from '../index.ts'
import { canonicalHandle, canonicalName, mentionedHandles } from './canonical-name.ts'

const trace = (id: string, change: Partial<AccountTrace> = {}): AccountTrace => ({
  id,
  personId: id,
  platform: 'xiaohongshu',
  accountId: `account-of-${id}`,
  displayName: null,
  handle: null,
  texts: [],
  gender: null,
  region: null,
  mcn: null,
  categories: [],
  audience: null,
  ...change,
})
/** Drives the search to its end; how often it paused beside what it found. */
function rank(traces: readonly AccountTrace[], wish: Partial<MergeWish> = {}) {
  const prepared = traces.map((each) => prepareTrace(each))
  const run = suggestMerges(prepared, { decided: new Set(), limit: 100_000, ...wish })
  for (let pauses = 0; ; pauses += 1) {
    const step = run.next()
    if (step.done === true) return { ...step.value, pauses }
  }
}
const suggest = (traces: readonly AccountTrace[], decided: readonly string[] = []) => rank(traces, { decided: new Set(decided) }).items
const codes = (traces: readonly AccountTrace[]) => suggest(traces)[0]?.evidence.map(({ code }) => code) ?? []

describe('a name in canonical form', () => {
  test.each([
    ['示例·小鹿', '示例小鹿'],
    ['示例 小鹿🦌', '示例小鹿'],
    ['示例小鹿官方', '示例小鹿'],
    ['ＤＥＭＯ Deer', 'demodeer'],
    ['鹿', null],
    ['abc', null],
    ['🦌🦌', null],
    [null, null],
  ])('%s → %s', (name, canonical) => expect(canonicalName(name)).toBe(canonical))

  test.each([
    ['@Demo.Deer', 'demo.deer'],
    ['demo', null],
    ['demo deer', null],
    [null, null],
  ])('handle %s → %s', (handle, canonical) => expect(canonicalHandle(handle)).toBe(canonical))

  test('mentions are words and parts of links', () => {
    expect(mentionedHandles('小红书同名，抖音号：Demo_Deer。 https://example.com/user/abc12345 合作V信 xy')).toEqual(
      expect.arrayContaining(['demo_deer', 'abc12345']),
    )
  })
})

describe('two accounts are put before a person', () => {
  const name = { displayName: '示例·小鹿' }
  test.each<[string, Partial<AccountTrace>, Partial<AccountTrace>, string[]]>([
    ['with the same name', name, { displayName: '示例小鹿🦌' }, ['same_name']],
    ['with the same handle', { handle: 'DemoDeer' }, { handle: 'demodeer' }, ['same_handle']],
    ['when one names the other', { handle: 'demodeer' }, { texts: ['抖音：demodeer'] }, ['mentions']],
    ['with the same id on two platforms', { accountId: '5550001' }, { accountId: '5550001' }, ['same_id']],
    [
      'with what else fits, heaviest first',
      { ...name, mcn: '示例机构', region: '上海', categories: ['美妆'] },
      { ...name, mcn: '示例机构', region: '上海', categories: ['美妆'] },
      ['same_name', 'same_mcn', 'same_categories', 'same_region'],
    ],
    [
      'whose audiences are alike',
      { ...name, audience: { female: 0.8, male: 0.2, 上海: 0.15, 北京: 0.1 } },
      { ...name, audience: { female: 0.82, male: 0.18, 上海: 0.14, 北京: 0.1 } },
      ['same_name', 'like_audience'],
    ],
  ])('%s', (_, one, other, expected) => {
    expect(codes([trace('a', one), trace('b', { platform: 'douyin', ...other })])).toEqual(expected)
  })

  test.each<[string, Partial<AccountTrace>, Partial<AccountTrace>]>([
    [
      'who share only MCN, region and categories',
      { mcn: 'm', region: '上海', categories: ['美妆'] },
      { mcn: 'm', region: '上海', categories: ['美妆'] },
    ],
    ['of the same name and another gender', { ...name, gender: 'female' }, { ...name, gender: 'male' }],
    ['of the same name at another MCN', { ...name, mcn: '示例一' }, { ...name, mcn: '示例二' }],
    ['with names too short to say anything', { displayName: '鹿' }, { displayName: '鹿' }],
    ['that stand under one person already', { ...name, personId: 'p' }, { ...name, personId: 'p' }],
    ['of which one mentions only itself', { handle: 'demodeer', texts: ['demodeer'] }, { displayName: '示例一' }],
  ])('but not those %s', (_, one, other) => {
    expect(suggest([trace('a', one), trace('b', other)])).toEqual([])
  })

  test('but not again once somebody decided, whichever stood first', () => {
    const pair = [trace('b', name), trace('a', name)]
    expect(suggest(pair)).toHaveLength(1)
    expect(suggest(pair, [pairKey('b', 'a')])).toEqual([])
  })

  test('and each sentence exists in both languages', () => {
    const [suggestion] = suggest([trace('a', { ...name, mcn: 'm' }), trace('b', { ...name, mcn: 'm' })])
    expect(suggestion).toMatchObject({ a: 'a', b: 'b', score: 55, strength: 'likely' })
    for (const { because } of suggestion?.evidence ?? []) expect(because.zh).toMatch(/[一-龥].*。$/)
  })

  test('a name that many share says nothing', () => {
    const many = Array.from({ length: 21 }, (_, index) => trace(`t${index}`, name))
    expect(suggest(many)).toEqual([])
    expect(suggest(many.slice(1)).length).toBe(190)
  })
})

describe('whatever the accounts', () => {
  const traces = array(
    record({
      displayName: constantFrom('示例一', '示例二', null),
      handle: constantFrom('handle1', 'handle2', null),
      mcn: constantFrom('m', 'n', null),
    }),
    { maxLength: 12 },
  ).map((list) => list.map((each, index) => trace(`t${index}`, each)))

  test('the order they come in changes nothing, and no pair comes twice', () => {
    assert(
      property(traces, (list) => {
        const forward = suggest(list)
        expect(suggest(list.toReversed())).toEqual(forward)
        expect(new Set(forward.map(({ a, b }) => pairKey(a, b))).size).toBe(forward.length)
        for (const { a, b, score } of forward) expect([a < b, score >= 40 && score <= 100]).toEqual([true, true])
      }),
    )
  })

  test('the work grows with the accounts: pairs never exceed what blocks allow', () => {
    const list = Array.from({ length: 4000 }, (_, index) => trace(`t${index}`, { displayName: `示例达人${index % 400}` }))
    const { items, pauses } = rank(list)
    expect(items).toHaveLength(400 * 45)
    // Once in a few hundred accounts read, and in a few hundred pairs and accounts weighed.
    expect(pauses).toBeGreaterThan(80)
  })

  test('the best so many are those of the whole list, and all are counted', () => {
    const list = Array.from({ length: 1200 }, (_, index) =>
      trace(`t${String(index).padStart(4, '0')}`, {
        displayName: `示例达人${index % 100}`,
        mcn: index % 7 === 0 ? 'm' : null,
        region: index % 3 === 0 ? '上海' : null,
      }),
    )
    const all = rank(list)
    const few = rank(list, { limit: 25 })
    expect([few.total, few.items]).toEqual([all.items.length, all.items.slice(0, 25)])
    expect(all.items.length).toBeGreaterThan(5000)
  })

  test('of one account are those of the whole list that name it', () => {
    assert(
      property(traces, (list) => {
        const ids = list.map(({ id }) => id)
        const all = suggest(list)
        for (const id of ids) expect(rank(list, { creatorId: id }).items).toEqual(all.filter(({ a, b }) => a === id || b === id))
      }),
    )
  })
})

describe('a decision', () => {
  const now = { personId: 'p', otherPersonId: 'q' }
  test('counts for the persons that were seen', () => {
    expect(checkMerge({ seen: now, now })).toEqual({ ok: true, value: { keep: 'p', join: 'q' } })
    expect(checkMerge({ seen: { ...now, personId: 'x' }, now })).toMatchObject({ refusals: [{ code: 'state.lost_race' }] })
    const same = { personId: 'p', otherPersonId: 'p' }
    expect(checkMerge({ seen: same, now: same })).toMatchObject({ refusals: [{ code: 'person.same' }] })
  })

  test('to split needs a second account', () => {
    expect(checkSplit({ seenPersonId: 'p', personId: 'p', accounts: 2 }).ok).toBe(true)
    expect(checkSplit({ seenPersonId: 'p', personId: 'p', accounts: 1 })).toMatchObject({ refusals: [{ code: 'person.single' }] })
    expect(checkSplit({ seenPersonId: 'x', personId: 'p', accounts: 2 })).toMatchObject({ refusals: [{ code: 'state.lost_race' }] })
  })
})

test('the pseudonym of an author is 16 hex digits of the trimmed id', () => {
  expect(authorHashOf(' 5550001 ', sha256)).toBe(sha256('5550001').slice(0, 16))
  expect(authorHashOf('5550001', sha256)).toMatch(/^[0-9a-f]{16}$/)
})
