import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../../campaigns/test/campaign-fixture.ts'
import { newAccount, type Account, type HeldForConflicts, type PastEngagement } from '../../creators/index.ts'
import { addDays } from '../../shared/index.ts'
import { CONFLICTS } from './conflict-table.ts'
import { findConflicts } from './find-conflicts.ts'
import { mcnConstraints, mcnGroup, mcnOf, sumByMcn } from './mcn-cap.ts'
import { readAge } from './check-age.ts'

const account = (known: Partial<Account> = {}) => newAccount({ platform: 'xiaohongshu', accountId: 'k1', ...known })
const typed = (value: 'celebrity' | 'kol') => account({ creatorType: { value, basis: 'agent' } })
const aged = (ageBand: string | null) => account({ person: { gender: null, ageBand, languages: [] } })
const engaged = (known: Partial<PastEngagement> = {}): PastEngagement => ({
  brand: 'Talmilch',
  category: 'cosmetics',
  from: '2027-01-01',
  to: '2027-01-15',
  exclusive: false,
  source: '达人自述',
  ...known,
})
const away = (from: string, to: string) => ({ from, to, source: '达人日历' })
const askedOn = (day: string) => ({ askedOn: day, source: '示例·微信' })
const SUBJECT = { kind: 'creator' as const, id: 'k1' }

interface Case {
  readonly why: string
  readonly who?: Account
  readonly held?: HeldForConflicts
  /** The campaign runs 2027-01-11 to 2027-01-31 for cosmetics of Alpensee. */
  readonly campaign?: Parameters<typeof makeCampaign>[0]
  readonly found: readonly string[]
}

const find = ({ who = account(), held = {}, campaign = {} }: Omit<Case, 'why' | 'found'>) =>
  findConflicts({ account: who, engagements: [], ...held }, makeCampaign(campaign), SUBJECT)

const PAST_WORK: readonly Case[] = [
  { why: 'known to be free', found: [] },
  { why: 'not known is told', held: { engagements: null }, found: ['info choice.conflict_unknown'] },
  { why: 'nobody asked', held: { engagements: undefined }, found: ['info choice.conflict_unknown'] },
  { why: 'asked, and there is none', held: { engagements: null, clearances: [askedOn('2026-12-01')] }, found: [] },
  { why: 'asked on the last day that counts', held: { engagements: null, clearances: [askedOn('2026-10-13')] }, found: [] },
  {
    why: 'near miss: asked 91 days before the start',
    held: { engagements: null, clearances: [askedOn('2026-10-12')] },
    found: ['info choice.conflict_unknown'],
  },
  {
    why: 'near miss: a day after the campaign is a slip of the pen',
    held: { engagements: null, clearances: [askedOn('2072-01-01')] },
    found: ['info choice.conflict_unknown'],
  },
  {
    why: 'of two answers the newer counts',
    held: { engagements: null, clearances: [askedOn('2026-12-01'), askedOn('2025-01-01')] },
    found: [],
  },
  {
    why: 'an old answer frees no celebrity',
    who: typed('celebrity'),
    held: { engagements: null, clearances: [askedOn('2026-01-01')] },
    found: ['warn choice.conflict_unknown'],
  },
  {
    why: 'an answer takes nothing off the work that is known',
    held: { engagements: [engaged({ exclusive: true })], clearances: [askedOn('2026-12-01')] },
    found: ['block choice.exclusivity'],
  },
  {
    why: 'nor off what a source names',
    who: account({ brands: [{ brand: 'Bergquell', source: 'pugongying.creators', observedAt: null }] }),
    held: { engagements: null, clearances: [askedOn('2026-12-01')] },
    campaign: { competitors: ['Bergquell'] },
    found: ['warn choice.competitor_told'],
  },
  { why: 'of a celebrity it is a warning', who: typed('celebrity'), held: { engagements: null }, found: ['warn choice.conflict_unknown'] },
  { why: 'bound', held: { engagements: [engaged({ exclusive: true })] }, found: ['block choice.exclusivity'] },
  {
    why: 'bound on this platform',
    held: { engagements: [engaged({ exclusive: true, platforms: ['xiaohongshu'] })] },
    found: ['block choice.exclusivity'],
  },
  { why: 'near miss: bound on another', held: { engagements: [engaged({ exclusive: true, platforms: ['weibo'] })] }, found: [] },
  { why: 'near miss: bound to the day before', held: { engagements: [engaged({ exclusive: true, to: '2027-01-10' })] }, found: [] },
  {
    why: 'bound to the first day',
    held: { engagements: [engaged({ exclusive: true, to: '2027-01-11' })] },
    found: ['block choice.exclusivity'],
  },
  {
    why: 'bound from the last day',
    held: { engagements: [engaged({ exclusive: true, from: '2027-01-31', to: '2027-02-01' })] },
    found: ['block choice.exclusivity'],
  },
  { why: 'near miss: another category', held: { engagements: [engaged({ exclusive: true, category: 'food' })] }, found: [] },
  { why: 'near miss: our own brand', held: { engagements: [engaged({ exclusive: true, brand: 'ALPENSEE' })] }, found: [] },
  {
    why: 'two windows are two findings',
    held: { engagements: [engaged({ exclusive: true }), engaged({ exclusive: true, brand: 'Bergquell' })] },
    found: ['block choice.exclusivity', 'block choice.exclusivity'],
  },
  {
    why: 'a celebrity at work for another brand of the category',
    who: typed('celebrity'),
    held: { engagements: [engaged()] },
    found: ['block choice.celebrity_bound'],
  },
  { why: 'near miss: a KOL may', who: typed('kol'), held: { engagements: [engaged()] }, found: [] },
  {
    why: 'near miss: a celebrity in another category',
    who: typed('celebrity'),
    held: { engagements: [engaged({ category: 'food' })] },
    found: [],
  },
  {
    why: 'near miss: a celebrity whose work is over',
    who: typed('celebrity'),
    held: { engagements: [engaged({ to: '2027-01-10' })] },
    found: [],
  },
  {
    why: 'a bound celebrity is told once',
    who: typed('celebrity'),
    held: { engagements: [engaged({ exclusive: true })] },
    found: ['block choice.exclusivity'],
  },
  {
    why: 'a competitor lately',
    held: { engagements: [engaged({ brand: 'Bergquell', from: '2026-10-01', to: '2026-10-13' })] },
    campaign: { competitors: ['Bergquell'] },
    found: ['block choice.competitor'],
  },
  {
    why: 'near miss: 91 days ago',
    held: { engagements: [engaged({ brand: 'Bergquell', from: '2026-10-01', to: '2026-10-12' })] },
    campaign: { competitors: ['Bergquell'] },
    found: [],
  },
  {
    why: 'a source names the competitor without a day',
    who: account({ brands: [{ brand: 'ＢERGQUELL ', source: 'pugongying.creators', observedAt: null }] }),
    campaign: { competitors: ['Bergquell'] },
    found: ['warn choice.competitor_told'],
  },
  {
    why: 'and twice is told once',
    who: account({ brands: ['Bergquell', 'bergquell'].map((brand) => ({ brand, source: 'qiangua.bloggers', observedAt: null })) }),
    campaign: { competitors: ['Bergquell'] },
    found: ['warn choice.competitor_told'],
  },
  {
    why: 'near miss: it names another brand',
    who: account({ brands: [{ brand: 'Talmilch', source: 'pugongying.creators', observedAt: null }] }),
    campaign: { competitors: ['Bergquell'] },
    found: [],
  },
]

const CALENDAR: readonly Case[] = [
  { why: 'away all the time', held: { absences: [away('2027-01-11', '2027-01-31')] }, found: ['block choice.away'] },
  {
    why: 'two spans fill it',
    held: { absences: [away('2027-01-20', '2027-02-09'), away('2027-01-01', '2027-01-19')] },
    found: ['block choice.away'],
  },
  { why: 'near miss: one day is free', held: { absences: [away('2027-01-12', '2027-02-09')] }, found: ['warn choice.partly_away'] },
  { why: 'away on the last day', held: { absences: [away('2027-01-31', '2027-02-09')] }, found: ['warn choice.partly_away'] },
  { why: 'near miss: away from the day after', held: { absences: [away('2027-02-01', '2027-02-09')] }, found: [] },
  { why: 'near miss: back on the first day', held: { absences: [away('2027-01-01', '2027-01-10')] }, found: [] },
  { why: 'nobody keeps a calendar', held: { absences: null }, found: [] },
]

const QUALIFICATION: readonly Case[] = [
  { why: 'finance without any', campaign: { category: 'legal' }, who: aged('30'), found: ['warn choice.qualification_unknown'] },
  { why: 'verified by the platform', campaign: { category: 'legal' }, who: { ...aged('30'), verification: '执业律师' }, found: [] },
  {
    why: 'near miss: a blank verification is none',
    campaign: { category: 'legal' },
    who: { ...aged('30'), verification: '  ' },
    found: ['warn choice.qualification_unknown'],
  },
  {
    why: 'a certificate that holds to the end',
    campaign: { category: 'legal' },
    who: aged('30'),
    held: { qualifications: [{ expiresOn: '2027-01-31' }] },
    found: [],
  },
  {
    why: 'a certificate without an end',
    campaign: { category: 'legal' },
    who: aged('30'),
    held: { qualifications: [{ expiresOn: null }] },
    found: [],
  },
  {
    why: 'near miss: it ends a day early',
    campaign: { category: 'legal' },
    who: aged('30'),
    held: { qualifications: [{ expiresOn: '2027-01-30' }] },
    found: ['block choice.qualification_ends'],
  },
  {
    why: 'of two the later one counts',
    campaign: { category: 'legal' },
    who: aged('30'),
    held: { qualifications: [{ expiresOn: '2026-01-01' }, { expiresOn: '2028-01-01' }] },
    found: [],
  },
  { why: 'near miss: cosmetics ask for none', found: [] },
]

const AGE: readonly Case[] = [
  { why: 'nine endorses nothing', who: aged('9岁'), found: ['block choice.child'] },
  { why: 'near miss: ten', who: aged('10'), found: [] },
  { why: 'a band that ends under ten', who: aged('5-9'), found: ['block choice.child'] },
  { why: 'near miss: a band that may be ten', who: aged('5-10'), found: [] },
  { why: 'a minor for alcohol', who: aged('<18'), campaign: { category: 'alcohol' }, found: ['block choice.minor'] },
  { why: 'near miss: of age', who: aged('18-24'), campaign: { category: 'alcohol' }, found: [] },
  { why: 'a band across the line is not known', who: aged('16-20'), campaign: { category: 'alcohol' }, found: ['warn choice.age_unknown'] },
  { why: 'no age for a game', who: aged(null), campaign: { category: 'game' }, found: ['warn choice.age_unknown'] },
  { why: 'words that are no age', who: aged('young'), campaign: { category: 'game' }, found: ['warn choice.age_unknown'] },
  { why: 'near miss: a minor may play', who: aged('16'), campaign: { category: 'game' }, found: [] },
  { why: 'near miss: cosmetics ask for no age', who: aged(null), found: [] },
]

describe.each([
  ['past work', PAST_WORK],
  ['calendar', CALENDAR],
  ['qualification', QUALIFICATION],
  ['age', AGE],
] as const)('%s', (_, cases) => {
  test.each(cases)('$why', ({ found, ...asked }) => {
    expect(find(asked).map(({ severity, code }) => `${severity} ${code}`)).toEqual(found)
  })
})

describe('what is told', () => {
  test('days are counted once, whatever lies over what', () => {
    const absences = [away('2027-01-11', '2027-01-14'), away('2027-01-13', '2027-01-13'), away('2027-01-14', '2027-01-15')]
    expect(find({ held: { absences } })[0]?.because.en).toContain('Not free on 5 of 21 days')
  })

  test('the platforms of an exclusivity are named', () => {
    const [finding] = find({ held: { engagements: [engaged({ exclusive: true, platforms: ['xiaohongshu', 'weibo'] })] } })
    expect(finding?.because.en).toContain('on xiaohongshu, weibo from 2027-01-01 to 2027-01-15')
    expect(finding?.because.zh).toContain('仅小红书、微博')
  })

  test('nobody waives what a contract or the law forbids', () => {
    const fixed = [...PAST_WORK, ...AGE].flatMap((one) => find(one)).filter(({ waivable }) => !waivable)
    expect([...new Set(fixed.map(({ code }) => code))].toSorted()).toEqual(['choice.child', 'choice.exclusivity'])
  })

  test('every kind has a source, evidence in both languages and a way out', () => {
    expect(Object.values(CONFLICTS).every(({ source }) => source.length > 10)).toBe(true)
    const all = [...PAST_WORK, ...CALENDAR, ...QUALIFICATION, ...AGE].flatMap((one) => find(one))
    for (const { because, fix } of all) for (const said of [because.en, because.zh, fix.en, fix.zh]) expect(said.length).toBeGreaterThan(4)
    expect(new Set(all.map(({ code }) => code)).size).toBe(new Set(Object.values(CONFLICTS).map(({ code }) => code)).size)
  })

  test('days away never exceed the days of the campaign', () => {
    const span = fc.record({ at: fc.integer({ min: -30, max: 40 }), days: fc.integer({ min: 0, max: 20 }) })
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const absences = spans.map(({ at, days }) => away(addDays('2027-01-11', at), addDays('2027-01-11', at + days)))
        const free = Array.from({ length: 21 }, (_, at) => addDays('2027-01-11', at)).filter((day) =>
          absences.every(({ from, to }) => day < from || day > to),
        )
        const codes = find({ held: { absences } }).map(({ code }) => code)
        if (free.length === 0) expect(codes).toEqual(['choice.away'])
        else expect(codes).toEqual(free.length === 21 ? [] : ['choice.partly_away'])
      }),
    )
  })
})

test.each([
  ['25-34', { from: 25, to: 34 }],
  ['２５－３４', { from: 25, to: 34 }],
  ['17 岁', { from: 17, to: 17 }],
  ['<18', { from: 0, to: 17 }],
  ['>44', { from: 45, to: Infinity }],
  ['50以上', { from: 50, to: Infinity }],
  ['34-25', null],
  ['90后', null],
  [null, null],
] as const)('age %s', (band, found) => expect(readAge(band)).toEqual(found))

describe('creators of one house', () => {
  const at = (mcn: string | null, costFen: number) => ({ account: { mcn }, costFen })

  test('a house is one, whatever its width, case and spaces; unknown is none', () => {
    expect(mcnOf({ mcn: ' Ｓtar  River ' })).toBe('star river')
    expect(mcnOf({ mcn: ' ' })).toBeNull()
    expect(mcnOf({ mcn: null })).toBeNull()
    expect(mcnGroup({ mcn: 'Star River' })).toEqual(['mcn star river'])
    expect(mcnGroup({ mcn: null })).toEqual([])
  })

  test('sums by house, dearest first', () => {
    expect(sumByMcn([at('A', 10), at('B', 30), at('a', 25), at(null, 99)])).toEqual([
      { mcn: 'a', costFen: 35, n: 2 },
      { mcn: 'b', costFen: 30, n: 1 },
    ])
  })

  describe('caps', () => {
    const one = (id: string, mcn: string | null, costFen: number) => ({ id, costFen, groups: ['micro', ...mcnGroup({ mcn })] })
    const cap = (candidates: ReturnType<typeof one>[], mustHave: string[] = []) => mcnConstraints(candidates, { budgetFen: 100, mustHave })

    test.each([
      {
        why: 'a house that could take too much',
        found: cap([one('1', 'A', 30), one('2', 'A', 11), one('3', 'B', 40), one('4', null, 90)]),
        caps: [['mcn a', 0.4]],
      },
      { why: 'near miss: two fifths to the fen', found: cap([one('1', 'A', 30), one('2', 'A', 10)]), caps: [] },
      { why: 'near miss: one creator alone', found: cap([one('1', 'A', 90)]), caps: [] },
      { why: 'a dear one may still be booked, alone', found: cap([one('1', 'A', 60), one('2', 'A', 11)]), caps: [['mcn a', 0.6]] },
      {
        why: 'those who are wished may be booked',
        found: cap([one('1', 'A', 30), one('2', 'A', 25), one('3', 'A', 20)], ['1', '2']),
        caps: [['mcn a', 0.55]],
      },
      { why: 'near miss: wished for more than all', found: cap([one('1', 'A', 60), one('2', 'A', 50)], ['1', '2']), caps: [] },
      { why: 'nobody', found: cap([]), caps: [] },
    ])('$why', ({ found, caps }) => {
      expect(found.map(({ group, maxShare }) => [group, maxShare])).toEqual(caps)
    })
  })
})
