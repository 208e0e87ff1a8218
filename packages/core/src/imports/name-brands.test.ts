import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addAccount, startCollecting } from './collect.ts'
import { newAccount, type Account } from './index.ts'
import { nameBrands } from './normalise-account.ts'

const brand = (name: string, source = 'pugongying.creators') => ({ brand: name, source, observedAt: null })
const account = (brands: Account['brands']) => newAccount({ platform: 'xiaohongshu', accountId: 'a', brands })

describe('brands that a source names', () => {
  test.each<[why: string, cells: string[], brands: string[]]>([
    ['several', ['示例雪岭', 'Example Alp'], ['示例雪岭', 'Example Alp']],
    ['the same twice', ['示例雪岭', '示例雪岭'], ['示例雪岭']],
    ['a count of brands', ['12'], []],
    ['a brand with a number in it', ['示例361'], ['示例361']],
    ['none', [], []],
  ])('%s', (_, cells, brands) => expect(nameBrands(cells, 's', null).map((each) => each.brand)).toEqual(brands))

  test('property: none is made up, none stands twice, each says where it is from', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (cells, source) => {
        const named = nameBrands(cells, source, '2026-11-01T00:00:00Z')
        expect(new Set(named.map((each) => each.brand)).size).toBe(named.length)
        for (const each of named) expect([cells.includes(each.brand), each.source]).toEqual([true, source])
      }),
    )
  })

  test('of two rows of one account stand together', () => {
    const met = startCollecting<Account>()
    for (const name of ['示例雪岭', '示例山茶', '示例雪岭']) addAccount(met, account([brand(name)]))
    expect([...met.things.values()].map(({ brands }) => brands)).toEqual([[brand('示例雪岭'), brand('示例山茶')]])
  })
})
