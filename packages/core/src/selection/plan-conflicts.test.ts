import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import { newAccount, newPost, newQuote, type Account, type HeldForConflicts, type PastEngagement } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { planCampaign } from './index.ts'

const AS_OF = '2026-11-22'
const account = (accountId: string, known: Partial<Account> = {}): Account =>
  newAccount({
    platform: 'xiaohongshu',
    accountId,
    creatorType: { value: 'micro', basis: 'entered by a person' },
    followers: 100_000,
    quotes: [
      newQuote({ format: 'note_image', listFen: 1_000_000, platformFee: 0, filed: true, source: 'agency sheet', observedAt: AS_OF }),
    ],
    posts: [60_000, 80_000, 70_000].map((views, at) =>
      newPost({ postId: `${accountId}-${at}`, publishedAt: addDays(AS_OF, -20 - at), sponsored: false, views, likes: 2000, comments: 90 }),
    ),
    ...known,
  })
const bound: PastEngagement = {
  brand: 'Talmilch',
  category: 'cosmetics',
  from: '2026-12-01',
  to: '2027-06-30',
  exclusive: true,
  source: '达人自述',
}
const plan = (accounts: readonly Account[], held: Record<string, HeldForConflicts> = {}, mustHave: string[] = []) =>
  planCampaign({
    campaign: makeCampaign({ budgetFen: 5_000_000, mustHave }),
    accounts,
    asOf: AS_OF,
    clock: () => 0,
    held: new Map(Object.entries(held)),
  })
const team = (count: number, known: Partial<Account> = {}) => Array.from({ length: count }, (_, at) => account(`m${at}`, known))

describe('conflicts in a plan', () => {
  test('who is bound is left out with the reason, in both languages', () => {
    const { chosen, left } = plan(team(3), { m1: { engagements: [bound] } })
    expect(chosen).toEqual(['m0', 'm2'])
    expect(left.find(({ id }) => id === 'm1')).toMatchObject({
      because: expect.stringContaining('Bound to Talmilch'),
      becauseZh: expect.stringContaining('排他约定'),
    })
  })

  test('near miss: bound elsewhere or before, nobody is left out', () => {
    const held = { m1: { engagements: [{ ...bound, platforms: ['douyin'] }] }, m2: { engagements: [{ ...bound, to: '2027-01-10' }] } }
    expect(plan(team(3), held).chosen).toEqual(['m0', 'm1', 'm2'])
  })

  test('a warning stays with the creator who is chosen, unknown work is no reason against anybody', () => {
    const { creators } = plan(team(2), { m0: { absences: [{ from: '2027-01-11', to: '2027-01-12', source: '达人日历' }] } })
    const saidOf = (id: string) => creators.find((one) => one.id === id)?.because.join(' ')
    expect(saidOf('m0')).toContain('! Not free on 2 of 21 days')
    expect(saidOf('m1')).not.toContain('Not free')
  })

  test('a must-have in conflict clashes, it is not slipped in', () => {
    const result = plan(team(3), { m1: { engagements: [bound] } }, ['m1'])
    expect(result.infeasible).not.toBeNull()
    expect(result.left.find(({ id }) => id === 'm1')?.because).toContain('Bound to Talmilch')
  })
})

describe('creators of one house', () => {
  test('take at most two fifths of the budget, and the plan says so', () => {
    const result = plan([...team(5, { mcn: '示例·星河' }), account('free1'), account('free2'), account('free3')])
    const ofHouse = result.creators.filter(({ id }) => id.startsWith('m'))
    expect(ofHouse).toHaveLength(2)
    expect(result.because.join(' ')).toContain('No MCN may take more than 40% of the budget')
    expect(result.becauseZh?.join(' ')).toContain('示例·星河')
  })

  test('near miss: of no known house they are not one', () => {
    expect(plan(team(6)).creators).toHaveLength(5)
  })

  test('must-haves of one house stay', () => {
    const wished = ['m0', 'm1', 'm2', 'm3']
    const { chosen } = plan(team(5, { mcn: '示例·星河' }), {}, wished)
    expect(chosen).toEqual(wished)
  })
})
