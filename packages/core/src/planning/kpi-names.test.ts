import { describe, expect, test } from 'vitest'
import { KPI_NAMES, nameKpi, tellTarget } from './index.ts'

describe('KPI names', () => {
  test('every KPI has a name of its own in both languages', () => {
    const names = Object.values(KPI_NAMES)
    expect(new Set(names.map(({ en }) => en)).size).toBe(names.length)
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length)
    for (const { zh } of names) expect(zh).toMatch(/\p{Script=Han}/u)
  })

  test.each([
    ['reach', 'people reached', '触达人数'],
    ['newFollowers', 'new followers', '新增粉丝'],
    ['storeVisits', 'storeVisits', 'storeVisits'],
    ['constructor', 'constructor', 'constructor'],
    ['toString', 'toString', 'toString'],
  ])('%s', (name, en, zh) => expect(nameKpi(name)).toEqual({ en, zh }))
})

describe('targets as people say them', () => {
  test.each([
    ['newFollowers', 3000, 'followers', '3,000 new followers', '新增粉丝 3,000'],
    ['views', 5_000_000, 'views', '5,000,000 views', '阅读/播放 5,000,000'],
    ['sales', 250_000, 'CNY', 'CNY 250,000 of sales', '销售额 250,000 元'],
    ['sales', 400, 'orders', '400 sales (orders)', '销售额 400（orders）'],
    ['mentions', 120, 'posts', '120 mentions', '提及量 120'],
    ['mentions', 120, 'mentions', '120 mentions', '提及量 120'],
    ['reach', 0, ' ', '0 people reached', '触达人数 0'],
    ['interactions', 80, 'constructor', '80 interactions (constructor)', '互动量 80（constructor）'],
  ] as const)('%s of %s in %j', (name, target, unit, en, zh) => expect(tellTarget({ name, target, unit })).toEqual({ en, zh }))
})
