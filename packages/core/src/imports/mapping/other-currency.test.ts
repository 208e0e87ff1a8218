import { describe, expect, test } from 'vitest'
import { describeImportRefusal, importRecords, mappingSchema, type MappedTarget } from '../index.ts'
import { table } from '../test/read-checked.ts'

const PRICE: MappedTarget = { to: 'quote', format: 'post', part: 'listFen', filed: null }
const COST: MappedTarget = { to: 'metric', name: 'expectedCpm', unit: 'CNY per 1000 plays' }

function read(header: string, target: MappedTarget = PRICE, more: object = {}) {
  const mapping = mappingSchema.parse({
    name: '示例名单',
    platform: 'douyin',
    columns: [
      { header: 'Who', target: { to: 'identity', field: 'displayName' } },
      { header, target },
    ],
    ...more,
  })
  return importRecords(table(['Who', header], ['示例·小鹿', '500']), { source: 'auto', importId: 'sha256:00', mapping })
}

describe('a header that names another currency', () => {
  const FOREIGN = ['Fee EUR', 'fee_usd', 'feeEUR', 'priceUsd', 'Price (€)', 'US$', '＄ per post', 'CHF', 'Rate HKD', 'gbp', 'JPY', 'euros']
  const CHINESE = ['报价（美元）', '报价(欧元)', '港币报价', '瑞郎', '日元价格', '英镑']
  test.each([...FOREIGN, ...CHINESE])('%s is never read as yuan', (header) => {
    expect(read(header)).toEqual({ ok: false, refusals: [{ code: 'import.other_currency', columns: [header] }] })
  })

  test.each(['Fee', '报价', '报价(元)', 'Fee CNY', 'Neuro fee', 'Europe fee', 'EUROPE', '一口价（万元）', '次日价格'])(
    'near miss: %s names none',
    (header) => {
      expect(read(header)).toMatchObject({ ok: true, value: { accounts: [{ quotes: [expect.anything()] }] } })
    },
  )

  test('is refused for a cost and with a factor, and says in both languages which column and what to do', () => {
    expect(read('CPM EUR', COST)).toMatchObject({ ok: false })
    const columns = [
      { header: 'Who', target: { to: 'identity', field: 'displayName' } },
      { header: 'Fee EUR', target: PRICE, times: 0.01 },
    ]
    const outcome = read('Fee EUR', PRICE, { columns })
    const told = describeImportRefusal(outcome.ok ? { code: '' } : (outcome.refusals[0] ?? { code: '' }))
    expect(told.en).toMatch(/another currency .*Columns: Fee EUR\. Convert/)
    expect(told.zh).toMatch(/其他货币.*列：Fee EUR。请将/)
  })

  test('says nothing against a column that is no money, or is left out', () => {
    expect(read('Followers (USD list)', { to: 'followers' })).toMatchObject({ ok: true, value: { accounts: [{ followers: 500 }] } })
    expect(read('Fee EUR', { to: 'dropped', why: 'not used' })).toMatchObject({ ok: true, value: { accounts: [{ quotes: [] }] } })
  })

  test('is refused among the columns that a known source leaves over', () => {
    const file = table(['达人昵称', '平台', '达人ID', '报价', 'Fee EUR'], ['示例·小鹿', '抖音', '1', 500, 70])
    const mapping = mappingSchema.parse({ name: 'more', base: 'agency.list', columns: [{ header: 'Fee EUR', target: PRICE }] })
    expect(importRecords(file, { source: 'auto', importId: 'sha256:00', mapping })).toMatchObject({
      refusals: [{ code: 'import.other_currency', columns: ['Fee EUR'] }],
    })
  })
})
