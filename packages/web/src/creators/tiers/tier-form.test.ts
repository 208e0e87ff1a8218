import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTier, TIERS, tierTableSchema } from '@kolibra/core/creators'
import { addRow, draftsOf, faultOf, listFreeTiers, tableOf, type TierDraft } from './tier-form.ts'

const drafts = draftsOf(TIERS)
const change = (known: Partial<TierDraft>, tier = 'head') =>
  drafts.map((draft) => (draft.platform === 'douyin' && draft.tier === tier ? { ...draft, ...known } : draft))
const faultsIn = (all: readonly TierDraft[]) => all.flatMap((draft) => faultOf(draft, all) ?? [])

describe('the tier table as it is typed', () => {
  test('what was read is saved as it was', () => {
    const table = tableOf(drafts, TIERS.version)
    expect(tierTableSchema.safeParse(table).success).toBe(true)
    for (const followers of [0, 4_999, 50_000, 500_000, 5_000_000])
      for (const platform of ['douyin', 'xiaohongshu', 'weibo', 'bilibili', 'kuaishou'])
        expect(findTier(platform, followers, table ?? TIERS)?.tier).toBe(findTier(platform, followers, TIERS)?.tier)
  })

  test.each([
    { why: 'nothing', known: { fromFollowers: '' }, fault: 'number' },
    { why: 'no whole number', known: { fromFollowers: '1.5' }, fault: 'number' },
    { why: 'below zero', known: { fromFollowers: '-3' }, fault: 'number' },
    { why: 'no source', known: { source: { en: ' ', zh: '' } }, fault: 'source' },
    { why: 'fewer than the tier below', known: { fromFollowers: '900' }, fault: 'order' },
    { why: 'as many as the tier below', known: { fromFollowers: '100000' }, fault: 'order' },
  ])('$why is said and not saved', ({ known, fault }) => {
    const all = change(known)
    expect(faultsIn(all)).toEqual([fault])
    expect(tableOf(all, 'v')).toBeNull()
  })

  test.each(['2,000,000', '２０００００００', ' 2 000 000 '])('%s is a number', (fromFollowers) => {
    expect(faultsIn(change({ fromFollowers }))).toEqual([])
  })

  test('a platform without rows gets one, which is saved once it says how many and why', () => {
    expect(listFreeTiers(drafts, 'douyin')).toEqual([])
    expect(listFreeTiers(drafts, 'zhihu')).toEqual(['head', 'mid', 'junior', 'koc'])
    const added = addRow(drafts, { platform: 'zhihu', tier: 'mid' })
    expect(listFreeTiers(added, 'zhihu')).toEqual(['head', 'junior', 'koc'])
    expect(tableOf(added, 'v')).toBeNull()
    expect(faultsIn(added)).toEqual(['number'])
    const source = { en: '示例·书', zh: '示例·书' }
    const filled = added.map((draft) => (draft.platform === 'zhihu' ? { ...draft, fromFollowers: '50,000', source } : draft))
    const table = tableOf(filled, 'v')
    expect(tierTableSchema.safeParse(table).success).toBe(true)
    expect(findTier('zhihu', 50_000, table ?? TIERS)).toMatchObject({ tier: 'mid', type: 'micro' })
    expect(findTier('zhihu', 49_999, table ?? TIERS)).toBeNull()
  })

  test('another platform sets no order', () => {
    expect(faultsIn(change({ fromFollowers: '90000000' }))).toEqual([])
  })

  test('property: what the form lets through, the server takes', () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), fc.nat(20_000_000), (head, mid) => {
        const all = change({ fromFollowers: String(head) }).map((draft) =>
          draft.platform === 'douyin' && draft.tier === 'mid' ? { ...draft, fromFollowers: String(mid) } : draft,
        )
        const table = tableOf(all, 'v')
        const isRight = head > mid && mid > 10_000
        expect(table !== null).toBe(isRight)
        if (table !== null) expect(tierTableSchema.safeParse(table).success).toBe(true)
      }),
    )
  })
})
