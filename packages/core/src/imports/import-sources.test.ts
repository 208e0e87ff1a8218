import { describe, expect, test } from 'vitest'
import { recogniseSource, type Cell, type DecodedFile } from './index.ts'
import { readChecked, table } from './test/read-checked.ts'

describe('observed at', () => {
  const file = (name: string): DecodedFile => ({ ...table(['昵称', '小红书号', '报备图文'], ['示例·寅', '900007', 100]), name })
  test.each([
    { name: 'list_2026-03-18.csv', said: '2026-01-01', observedAt: '2026-03-17T16:00:00.000Z', why: 'the file name before what is said' },
    { name: 'list.csv', said: '2026-01-01', observedAt: '2025-12-31T16:00:00.000Z', why: 'what is said' },
    { name: 'list.csv', said: undefined, observedAt: null, why: 'nobody says' },
  ])('$why', ({ name, said, observedAt }) => {
    const { accounts } = readChecked(file(name), said === undefined ? {} : { saidObservedOn: said })
    expect(accounts[0]?.quotes[0]?.observedAt).toBe(observedAt)
  })
})

describe('a repeated creator', () => {
  const HEADER = ['小红书昵称', '小红书号', '数据更新至', '粉丝数', '图文报价', '视频报价']
  test('alike: counted once; later: kept as a further observation, and the later followers stand', () => {
    const first: Cell[] = ['示例·卯', '900008', '2026-03-18', 5000, 300, 500]
    const { report, accounts } = readChecked(table(HEADER, first, first, ['示例·卯', '900008', '2026-03-20', 5200, 350, 500]))
    expect(report).toMatchObject({ records: 3, accepted: { accounts: 1 }, duplicates: 2, observations: 2 })
    expect(accounts[0]?.followers).toBe(5200)
    expect(accounts[0]?.quotes.map(({ listFen }) => listFen)).toEqual([30_000, 50_000, 35_000, 50_000])
  })
})

describe('recognising', () => {
  test('a pasted list without prices is a typed table; confidence is a share', () => {
    const [best] = recogniseSource(table(['昵称', '平台', 'id', '粉丝数'], ['示例·辰', '小红书', '900009', 100]))
    expect(best?.source.id).toBe('typed.table')
    expect(best?.confidence).toBeLessThanOrEqual(1)
  })
})
