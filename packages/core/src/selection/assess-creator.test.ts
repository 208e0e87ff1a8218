import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import { newAccount, newQuote, type Quote } from '../creators/index.ts'
import { assessCreator, assessmentSchema } from './assess-creator.ts'
import { measureFit } from './index.ts'

const TODAY = '2026-11-22'
const quote = (known: Partial<Quote> = {}) =>
  newQuote({ format: 'note_image', listFen: 1_000_000, filed: true, source: 'agency.list', ...known })
const assess = (quotes: readonly Quote[], held: object = {}) => {
  const account = newAccount({ platform: 'xiaohongshu', accountId: 'k1', categories: ['美妆'], quotes: [...quotes] })
  const facts = { creatorId: 'c1', account, vetting: null, price: null, reference: null, onDay: TODAY, ...held }
  return assessmentSchema.parse(assessCreator(facts, makeCampaign()))
}

describe('a creator held against a campaign', () => {
  test('carries the fit, the conflicts of the gate and what is paid in all', () => {
    const found = assess([quote({ rebate: 0.2, platformFee: 0.1 })], { engagements: [] })
    expect(found.price).toMatchObject({ costFen: 880_000, feeRoomFen: 0, format: 'note_image', filed: true, unfiled: 0 })
    expect(found.conflicts).toEqual([])
    expect(found.fit.score).toBe(1)
    expect(found.fit).toEqual(
      measureFit(
        {
          account: newAccount({ platform: 'xiaohongshu', accountId: 'k1', categories: ['美妆'] }),
          vetting: null,
          price: null,
          reference: null,
        },
        makeCampaign(),
      ),
    )
  })

  test('room is kept for a fee nobody stated', () => {
    const fees = { version: 'ours', rows: [{ platform: null, share: 0.05, source: '自行核定' }] }
    expect(assess([quote()], { fees }).price).toMatchObject({ costFen: 1_000_000, feeRoomFen: 50_000 })
    expect(assess([quote()]).price).toMatchObject({ costFen: 1_000_000, feeRoomFen: 100_000 })
  })

  test.each([
    { why: 'no price is no zero', quotes: [], unfiled: 0, said: 'price unknown' },
    { why: 'unfiled alone is never recommended, and counted', quotes: [quote({ filed: false })], unfiled: 1, said: 'never recommended' },
    { why: 'one that ended is told as ended', quotes: [quote({ validUntil: '2026-12-31' })], unfiled: 0, said: 'ended before 2027-01-11' },
    {
      why: 'an unfiled one that ended counts no more',
      quotes: [quote({ filed: false, validUntil: '2026-11-21' })],
      unfiled: 0,
      said: 'ended',
    },
  ])('$why', ({ quotes, unfiled, said }) => {
    const { price } = assess(quotes)
    expect(price).toMatchObject({ costFen: null, format: null, unfiled })
    expect(price.because.en).toContain(said)
  })

  test('other work that is not known is told as not known', () => {
    expect(assess([quote()]).conflicts.map(({ code }) => code)).toEqual(['choice.conflict_unknown'])
  })
})
