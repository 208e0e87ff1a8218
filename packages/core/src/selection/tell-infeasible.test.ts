import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import { newAccount, newPost, newQuote, type Account } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { planCampaign, tellInfeasible, type PlanRequest } from './index.ts'

const AS_OF = '2026-11-22'
const quote = newQuote({ format: 'note_image', listFen: 1_000_000, platformFee: 0, filed: true, source: 'agency sheet', observedAt: AS_OF })
const account = (accountId: string, known: Partial<Account> = {}): Account =>
  newAccount({
    platform: 'xiaohongshu',
    accountId,
    creatorType: { value: 'micro', basis: 'entered by a person' },
    followers: 100_000,
    quotes: [quote],
    posts: [60_000, 80_000, 70_000].map((views, at) =>
      newPost({ postId: `${accountId}-${at}`, publishedAt: addDays(AS_OF, -20 - at), sponsored: false, views, likes: 2000, comments: 90 }),
    ),
    ...known,
  })
const bound = { brand: 'Talmilch', category: 'cosmetics', from: '2026-12-01', to: '2027-06-30', exclusive: true, source: '达人自述' }

function plan(wanted: Account, asked: Partial<PlanRequest> = {}, known: Parameters<typeof makeCampaign>[0] = {}) {
  const campaign = makeCampaign({ budgetFen: 5_000_000, mustHave: [wanted.accountId], ...known })
  return planCampaign({ campaign, accounts: [wanted, account('m1'), account('m2')], asOf: AS_OF, clock: () => 0, ...asked })
}
const held = new Map([['x1', { engagements: [bound] }]])
const nameOf = (id: string) => (id === 'x1' ? '示例·鹿鹿' : id)

describe('a must-have that no mix can hold is named with its reason and what would let it in', () => {
  test.each([
    ['bound to another brand', plan(account('x1'), { held }), 'Bound to Talmilch', 'Move the dates'],
    ['without a price', plan(account('x1', { quotes: [] })), 'no quote is recorded', 'Enter a filed quote'],
    ['on another platform', plan(account('x1', { platform: 'douyin' })), 'not a platform of this campaign', 'Add douyin to the platforms'],
    ['ruled out by the campaign', plan(account('x1'), {}, { never: ['x1'] }), 'the campaign says never', 'Take the creator off the list'],
    ['with a no', plan(account('x1'), { drop: ['x1'] }), 'has declined', 'enter the yes'],
    [
      'in a format nobody quoted',
      plan(account('x1'), { formats: new Map([['x1', 'video_21_60']]) }),
      'format that is locked',
      'another format',
    ],
    ['with nothing known', plan(account('x1', { posts: [], followers: null })), 'nothing to forecast from', 'Import the follower count'],
    ['that nobody brought', plan(account('y'), {}, { mustHave: ['x1'] }), 'not among the creators weighed', 'Import the creator'],
  ])('%s', (_, { infeasible, because, becauseZh, ...rest }, reason, fix) => {
    expect(infeasible).toMatchObject({ clash: ['mustHave.x1'], barred: [{ id: 'x1', because: { en: expect.stringContaining(reason) } }] })
    expect(because).toEqual([expect.stringMatching(new RegExp(`^x1 is a must-have.*${reason}.*${fix}`))])
    expect(becauseZh).toEqual([expect.stringMatching(/^x1 已列为必选，但任何方案都无法纳入：/)])
    const [told, ...more] = tellInfeasible({ infeasible, because, becauseZh, ...rest }, nameOf)
    expect(told?.en).toMatch(/^示例·鹿鹿 is a must-have/)
    expect([told?.zh.includes('x1'), more]).toEqual([false, []])
  })
})

describe('near miss: a must-have that could be in a mix', () => {
  const dear = newQuote({ ...quote, listFen: 9_000_000 })
  const clashing = plan(account('x1', { quotes: [dear] }))

  test('is not barred by the budget it clashes with, and is named all the same', () => {
    expect(clashing.infeasible).toMatchObject({ clash: ['budgetFen', 'mustHave.x1'], barred: [] })
    const told = tellInfeasible(clashing, nameOf).map(({ en }) => en)
    expect(told).toContain('No mix meets all constraints: the budget and must-have 示例·鹿鹿 clash.')
    expect(told).toContain('It would work with the budget at CNY 90,000.00 instead of CNY 50,000.00.')
  })

  test('a plan says nothing of the kind', () => expect(tellInfeasible(plan(account('x1')))).toEqual([]))

  test('a plan kept from before the reasons tells what clashes', () => {
    const old = { because: [], infeasible: { clash: ['mustHave.x1'], smallest: [{ constraint: 'mustHave.x1', from: null, to: null }] } }
    expect(tellInfeasible(old, nameOf)[1]).toEqual({
      en: 'It would work without must-have 示例·鹿鹿.',
      zh: '去掉「必选」名单中的 示例·鹿鹿即可。',
    })
  })
})

test('two barred must-haves are both told, beside what else clashes', () => {
  const both = plan(account('x1'), { held }, { mustHave: ['x1', 'gone'] })
  expect(both.because).toHaveLength(2)
  expect(both.infeasible?.barred?.map(({ id }) => id)).toEqual(['x1', 'gone'])
})
