import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRecords, newAccount, type Cell, type DecodedFile } from './index.ts'
import { addAccount, startCollecting } from './collect.ts'
import { foldHeader, readHeader } from './match-columns.ts'
import { startUnits } from './prove-units.ts'
import { cpmFormula } from './sources/column-shapes.ts'

const HEADER = ['note_id', 'time', 'user_id', 'liked_count', 'collected_count', 'last_modify_ts']
const file = (rows: readonly Cell[][]): DecodedFile => ({
  name: 'a.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'a', header: HEADER, rows: [...rows] }],
})

const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const row = fc.tuple(
  fc.constantFrom<Cell>('n1', 'n2', 'n3', '', '7.02E+18', 7.02e18),
  fc.constantFrom<Cell>('1773833477', '--', '昨天'),
  fc.constantFrom<Cell>('u1', 'u2', ''),
  cell,
  cell,
  fc.constantFrom<Cell>('1773833477000', '1773833478000', ''),
)

describe('whatever stands in the rows', () => {
  test('property: records = things + duplicates + rejected, each problem names a record, and no count is made up', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const outcome = importRecords(file(rows), { source: 'mediacrawler.xhs.contents', importId: 'sha256:00' })
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
        const { report, posts, rejects } = outcome.value
        expect(report.records).toBe(report.accepted.posts + report.duplicates + report.rejected)
        expect(report.observations).toBe(posts.reduce((total, post) => total + post.observations.length, 0))
        expect(report.observations).toBeLessThanOrEqual(report.records - report.rejected)
        expect(rejects).toHaveLength(report.rejected)
        expect(report.problems.every(({ record }) => record >= 1 && record <= report.records)).toBe(true)
        expect(
          posts.flatMap(({ observations }) => observations).every(({ likes }) => likes === null || (Number.isInteger(likes) && likes >= 0)),
        ).toBe(true)
      }),
    )
  })

  test('property: a file read twice in one is the file with every row repeated', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const read = (held: Cell[][]) => {
          const outcome = importRecords(file(held), { source: 'mediacrawler.xhs.contents', importId: 'sha256:00' })
          return outcome.ok ? outcome.value : null
        }
        expect(read([...rows, ...rows])?.posts).toEqual(read(rows)?.posts)
      }),
    )
  })
})

describe('unit proofs', () => {
  const formulas = [cpmFormula('cpm', 'price', 'plays')]
  const prove = (rows: readonly Record<string, unknown>[]) => {
    const units = startUnits({ columns: [], formulas }, { scales: {}, shareColumns: new Set() })
    rows.forEach((cells, at) => units.add({ record: at + 1, cells }))
    return units.prove(new Set(), new Set(['cpm', 'price', 'plays']))
  }

  test('property: what is computed from the inputs proves, in any unit factor it contradicts', () => {
    const inputs = fc.array(fc.record({ price: fc.integer({ min: 1, max: 1e6 }), plays: fc.integer({ min: 1, max: 1e8 }) }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(inputs, fc.constantFrom(0.01, 100, 1000, 10_000), (rows, factor) => {
        const stated = (times: number) => rows.map(({ price, plays }) => ({ price, plays, cpm: (price / plays) * 1000 * times }))
        expect(prove(stated(1)).map(({ column, state }) => [column, state])).toEqual([
          ['cpm', 'proved'],
          ['price', 'proved'],
        ])
        expect(prove(stated(factor)).map(({ column, state }) => [column, state])).toEqual([
          ['cpm', 'contradicted'],
          ['price', 'contradicted'],
        ])
      }),
    )
  })

  test.each([
    { why: 'no plays', row: { price: 100, plays: '--', cpm: 5 } },
    { why: 'no price', row: { price: '', plays: 100, cpm: 5 } },
    { why: 'zero plays', row: { price: 100, plays: 0, cpm: 5 } },
    { why: 'no statement', row: { price: 100, plays: 100, cpm: '未收录' } },
    { why: 'a range', row: { price: 100, plays: 100, cpm: '5-10' } },
  ])('a row without all inputs is not checked: $why', ({ row: only }) => {
    expect(prove([only])).toMatchObject([
      { column: 'cpm', state: 'unproved', checked: 0, agreed: 0 },
      { column: 'price', state: 'unproved' },
    ])
  })
})

describe('headers', () => {
  test.each([
    { header: '粉丝数（万）', read: { bare: '粉丝数', scale: 10_000, unit: '万' } },
    { header: '报价(元)', read: { bare: '报价', scale: 1, unit: '元' } },
    { header: '报价(分)', read: { bare: '报价', scale: 0.01, unit: '分' } },
    { header: 'Kol刊例单价(含税)', read: { bare: 'kol刊例单价(含税)', scale: 1, unit: null } },
    { header: ' 粉 丝\n数 ', read: { bare: '粉丝数', scale: 1, unit: null } },
  ])('$header', ({ header, read }) => {
    expect(readHeader(header)).toEqual(read)
  })

  test('a byte order mark and full-width letters are no difference', () => {
    expect(foldHeader('\uFEFFＣＰＭ')).toBe('cpm')
  })
})

describe('accounts met again', () => {
  const account = (followers: number | null, region: string | null) => newAccount({ platform: 'douyin', accountId: '1', followers, region })

  test('what the first row did not know the second may say', () => {
    const into = startCollecting<ReturnType<typeof newAccount>>()
    addAccount(into, account(null, '上海'))
    addAccount(into, account(500, '北京'))
    expect([...into.things.values()]).toMatchObject([{ followers: 500, region: '上海' }])
    expect(into).toMatchObject({ duplicates: 1, observations: 2 })
  })

  test('the same id on another platform is another account', () => {
    const into = startCollecting<ReturnType<typeof newAccount>>()
    addAccount(into, account(1, null))
    addAccount(into, { ...account(1, null), platform: 'weibo' })
    expect(into).toMatchObject({ duplicates: 0, observations: 2 })
  })
})
