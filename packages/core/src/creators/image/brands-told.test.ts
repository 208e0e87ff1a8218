import { expect, test } from 'vitest'
import { newAccount, type Account } from '../../imports/index.ts'
import { describeImage } from './describe-image.ts'

const brand = (name: string, source = 'pugongying.creators') => ({ brand: name, source, observedAt: null })

test('brands a source names stand in the report with their source, competitors marked whatever their case; none named is not known', () => {
  const told = (brands: Account['brands']) =>
    describeImage(newAccount({ platform: 'xiaohongshu', accountId: 'a', brands }), { today: '2026-11-26', competitors: ['EXAMPLE ALP'] })
      .brandsTold
  expect(told([brand('Example Alp'), brand('示例雪岭', 'qiangua.creators')])).toEqual([
    { brand: 'Example Alp', source: 'pugongying.creators', isCompetitor: true },
    { brand: '示例雪岭', source: 'qiangua.creators', isCompetitor: false },
  ])
  expect(told([])).toEqual([])
})
