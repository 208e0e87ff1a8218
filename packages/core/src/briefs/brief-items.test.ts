import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { BRIEF_SECTIONS, briefSchema, listBriefItems, SENTENCE_SECTIONS } from './index.ts'

const line = (zh: string, en: string) => ({ zh, en })

describe('older briefs are read', () => {
  test('bare sentences and words become named items that must be', () => {
    const brief = makeBrief({ mustNot: [line('别说一', 'Not one'), line('别说二', 'Not two')], hashtags: ['#换季'], verbatim: ['照念'] })
    expect(brief.mustNot.map(({ id, weight }) => `${id} ${weight}`)).toEqual(['n1 must', 'n2 must'])
    expect(brief.hashtags).toEqual([{ id: 't1', weight: 'must', text: '#换季' }])
    expect(brief.verbatim).toEqual([{ id: 'v1', weight: 'must', text: '照念' }])
  })

  test('a bare link is a link for every platform', () => {
    expect(makeBrief({ links: ['https://example.com'] }).links).toEqual([
      { id: 'l1', weight: 'must', kind: 'link', value: 'https://example.com', platform: null },
    ])
  })

  test.each([
    { why: 'days become a row for the own category everywhere', days: 14, rows: [{ id: 'x1', category: null, platforms: [], days: 14 }] },
    { why: 'no days are no exclusivity', days: 0, rows: [] },
  ])('exclusivity: $why', ({ days, rows }) => {
    expect(makeBrief({ exclusivityDays: days })).toMatchObject({ exclusivity: rows })
    expect(makeBrief({ exclusivityDays: days })).not.toHaveProperty('exclusivityDays')
  })

  test('rows that name categories are not overruled by the older number', () => {
    const rows = [{ id: 'mine', category: 'sunscreen', platforms: ['douyin' as const], days: 30 }]
    expect(makeBrief({ exclusivityDays: 14, exclusivity: rows }).exclusivity).toEqual(rows)
  })

  test('reading what was read changes nothing', () => {
    const brief = makeBrief({ mustNot: [line('别说', 'Not')], hashtags: ['#换季'], exclusivityDays: 3, kpis: [] })
    expect(briefSchema.parse(brief)).toEqual(brief)
  })
})

describe('ids', () => {
  test('a given id stays; an unnamed line takes the next free number', () => {
    const points = ['s2', '', 's1', ''].map((id) => ({ id, weight: 'must' as const, text: line('说', 'say') }))
    expect(makeBrief({ mustSay: points }).mustSay.map(({ id }) => id)).toEqual(['s2', 's3', 's1', 's4'])
  })

  test.each([
    { why: 'twice in one list', ids: ['a', 'a'] },
    { why: 'with a sign that no address may have', ids: ['a b', 'c'] },
  ])('refused: $why', ({ ids }) => {
    const points = ids.map((id) => ({ id, text: line('说', 'say') }))
    expect(briefSchema.safeParse({ ...makeBrief(), mustSay: points }).success).toBe(false)
  })

  test('refused: one id in two lists', () => {
    const one = { id: 'one', text: line('说', 'say') }
    expect(briefSchema.safeParse({ ...makeBrief(), mustSay: [one], shots: [one] }).success).toBe(false)
  })

  test('property: every item is addressed once, whatever was named before', () => {
    const ids = fc.uniqueArray(fc.constantFrom('s1', 's2', 's3', 'n1', 'f1', 'd1', 'free'), { maxLength: 5 })
    fc.assert(
      fc.property(ids, fc.nat(4), (named, unnamed) => {
        const points = [...named, ...Array.from({ length: unnamed }, () => '')].map((id) => ({ id, text: line('说', 'say') }))
        const items = listBriefItems(makeBrief({ mustSay: points, hashtags: ['#a', '#b'] }))
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
        expect(items.filter(({ section }) => section === 'mustSay')).toHaveLength(points.length)
      }),
    )
  })
})

describe('the items of a brief', () => {
  const full = makeBrief({
    kpis: [{ name: 'views', target: 1000, deadline: '2027-02-01' }],
    shots: [{ text: line('拍质地', 'Show the texture') }],
    links: ['https://example.com'],
    hashtags: ['#换季'],
    assets: [{ name: '主图', reach: 'https://example.com/a' }],
    verbatim: ['照念'],
    reviewSteps: [{ text: line('代理初审', 'Agency looks first'), hours: 24 }],
    exclusivityDays: 3,
    disclosure: { ...makeBrief().disclosure, platforms: [{ platform: 'douyin', filingChannel: 'xingtu' }] },
  })

  test('come in the order of the form, and no section is forgotten', () => {
    const sections = listBriefItems(full).map(({ section }) => section)
    expect([...new Set(sections)]).toEqual([...BRIEF_SECTIONS])
  })

  test('carry their sentence, their weight and all their fields', () => {
    const items = listBriefItems(full)
    expect(items.find(({ id }) => id === 'goal')?.text?.zh).toBe('让大家认识品牌。')
    expect(items.find(({ id }) => id === 'h1')).toMatchObject({ weight: 'must', text: line('拍质地', 'Show the texture') })
    expect(items.find(({ id }) => id === 'x1')).toMatchObject({ weight: null, text: null, content: { days: 3, platforms: [] } })
    expect(items.find(({ id }) => id === 'p1')?.content).toMatchObject({ platform: 'douyin', filingChannel: 'xingtu', label: null })
  })
})

test('a section that is one sentence is the item of its own name, in the order of the form', () => {
  const sentences = listBriefItems(makeBrief()).filter(
    ({ id, content }) => Object.keys(content).join() === 'text' && BRIEF_SECTIONS.some((section) => section === id),
  )
  expect(sentences.map(({ id }) => id)).toEqual([...SENTENCE_SECTIONS])
})
