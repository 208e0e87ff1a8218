import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeBriefs, takeTheirs, type Brief } from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

const both = (zh: string, en: string) => ({ zh, en })
const base = makeBrief({
  mustSay: [
    { id: 's1', weight: 'must', text: both('说全名', 'Full name') },
    { id: 's2', weight: 'should', text: both('讲肤感', 'Tell the feel') },
  ],
})
const change = (part: Partial<Brief>): Brief => ({ ...base, ...part })
const [first, second] = base.mustSay
if (first === undefined || second === undefined) throw new Error('the fixture has two points')

describe('two people write one brief', () => {
  test('what each changed alone stands, and nobody is asked', () => {
    const mine = change({ goal: { ...base.goal, zh: '新目标' }, hashtags: [{ id: 't9', weight: 'must', text: '#甲' }] })
    const theirs = change({ goal: { ...base.goal, en: 'New goal' }, revisionRounds: 3 })
    const { brief, clashes } = mergeBriefs({ base, mine, theirs })
    expect(clashes).toEqual([])
    expect(brief).toMatchObject({ goal: both('新目标', 'New goal'), revisionRounds: 3, hashtags: [{ text: '#甲' }] })
  })

  test('points added on both sides are all there, one struck is gone', () => {
    const added = (id: string) => ({ id, weight: 'must' as const, text: both(id, id) })
    const { brief, clashes } = mergeBriefs({
      base,
      mine: change({ mustSay: [first, second, added('mine')] }),
      theirs: change({ mustSay: [first, added('theirs')] }),
    })
    expect(clashes).toEqual([])
    expect(brief.mustSay.map(({ id }) => id)).toEqual(['s1', 'theirs', 'mine'])
  })

  test.each<{ why: string; mine: Partial<Brief>; theirs: Partial<Brief>; clash: object }>([
    {
      why: 'a side of a sentence',
      mine: { keyMessage: both('甲', base.keyMessage.en) },
      theirs: { keyMessage: both('乙', base.keyMessage.en) },
      clash: { section: 'keyMessage', field: 'text.zh', mine: '甲', theirs: '乙' },
    },
    {
      why: 'a side of a point',
      mine: { mustSay: [{ ...first, text: both('甲', 'Full name') }, second] },
      theirs: { mustSay: [second, { ...first, text: both('乙', 'Full name') }] },
      clash: { section: 'mustSay', field: 'text.zh', mine: '甲', theirs: '乙' },
    },
    {
      why: 'a number of the review',
      mine: { reviewHours: 12 },
      theirs: { reviewHours: 48 },
      clash: { section: 'review', field: 'reviewHours', mine: 12, theirs: 48 },
    },
    {
      why: 'a list of names',
      mine: { productNames: ['甲'] },
      theirs: { productNames: ['乙'] },
      clash: { section: 'names', field: 'productNames', mine: ['甲'], theirs: ['乙'] },
    },
    {
      why: 'the note of the label',
      mine: { disclosure: { ...base.disclosure, note: both('甲', '') } },
      theirs: { disclosure: { ...base.disclosure, note: both('乙', '') } },
      clash: { section: 'disclosure', field: 'note.zh', mine: '甲', theirs: '乙' },
    },
    {
      why: 'a point that one struck and the other rewrote',
      mine: { mustSay: [second] },
      theirs: { mustSay: [{ ...first, text: both('乙', 'Other') }, second] },
      clash: { section: 'mustSay', field: '', mine: null, theirs: { ...first, text: both('乙', 'Other') } },
    },
  ])('$why is asked of a person', ({ mine, theirs, clash }) => {
    const { clashes } = mergeBriefs({ base, mine: change(mine), theirs: change(theirs) })
    expect(clashes).toMatchObject([clash])
  })

  test('until somebody decides, mine stands; their side can be put in its place', () => {
    const mine = change({ mustSay: [{ ...first, text: both('甲', 'Full name') }, second] })
    const theirs = change({ mustSay: [{ ...first, text: both('乙', 'Full name') }, second] })
    const { brief, clashes } = mergeBriefs({ base, mine, theirs })
    expect(brief).toEqual(mine)
    expect(clashes.reduce(takeTheirs, brief)).toEqual(theirs)
  })

  test('words that the other struck stay until it is decided, and go then', () => {
    const mine = change({ mustSay: [{ ...first, text: both('甲', 'A') }, second] })
    const theirs = change({ mustSay: [second] })
    const { brief, clashes } = mergeBriefs({ base, mine, theirs })
    expect(brief.mustSay.map(({ text }) => text.zh)).toContain('甲')
    expect(clashes.reduce(takeTheirs, brief).mustSay).toEqual([second])
  })

  test('property: every word of either side is in the merged text or in a clash, and taking all of theirs takes all they changed', () => {
    const text = fc.constantFrom('甲', '乙', '说全名', '讲肤感', '')
    const points = fc.uniqueArray(fc.record({ id: fc.constantFrom('s1', 's2', 's3'), zh: text }), { selector: ({ id }) => id })
    const briefs = fc.record({ goal: text, points, hours: fc.constantFrom(12, 24, 48) }).map(({ goal, points: said, hours }) =>
      change({
        goal: both(goal, ''),
        reviewHours: hours,
        mustSay: said.map(({ id, zh }) => ({ id, weight: 'must' as const, text: both(zh, '') })),
      }),
    )
    fc.assert(
      fc.property(briefs, briefs, (mine, theirs) => {
        const { brief, clashes } = mergeBriefs({ base, mine, theirs })
        const kept = JSON.stringify([brief, clashes])
        const isNew = (one: Brief) => one.goal.zh !== base.goal.zh
        if (isNew(mine)) expect(kept).toContain(JSON.stringify(mine.goal.zh))
        if (isNew(theirs)) expect(kept).toContain(JSON.stringify(theirs.goal.zh))
        const taken = clashes.reduce(takeTheirs, brief)
        if (isNew(theirs)) expect(taken.goal).toEqual(theirs.goal)
        for (const point of theirs.mustSay)
          if (point.text.zh !== base.mustSay.find(({ id }) => id === point.id)?.text.zh)
            expect(taken.mustSay.find(({ id }) => id === point.id)?.text.zh).toBe(point.text.zh)
        expect(mergeBriefs({ base: mine, mine, theirs }).brief).toEqual(theirs)
      }),
    )
  })
})
