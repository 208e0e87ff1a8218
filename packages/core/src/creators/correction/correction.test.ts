import { describe, expect, test } from 'vitest'
import { applyCorrections, correctionInputSchema, nameSource, newAccount, newQuote, valueBefore, type Correction } from '../index.ts'

const account = newAccount({
  platform: 'douyin',
  accountId: 'a-1',
  displayName: '示例·旧名',
  followers: 1000,
  quotes: [newQuote({ format: 'video', source: 'agency.list', listFen: 500, observedAt: '2026-11-01T00:00:00Z' })],
})
const typed = (change: Partial<Correction>): Correction => ({
  id: 'c',
  field: 'followers',
  format: null,
  value: 2000,
  oldValue: null,
  enteredAt: '2026-11-22T04:00:00Z',
  enteredBy: '示例·阿白',
  withdrawnAt: null,
  ...change,
})

describe('a typed value', () => {
  test('stands first, with who typed it as its source, and the old one beside it', () => {
    const corrected = applyCorrections(account, [typed({})])
    expect(corrected.followers).toBe(2000)
    expect(corrected.metrics).toMatchObject([
      { name: 'followers', value: 2000, source: 'typed by 示例·阿白', observedAt: '2026-11-22T04:00:00Z' },
    ])
    const priced = applyCorrections(account, [typed({ field: 'price', format: 'video', value: 700 })])
    expect(priced.quotes.map(({ listFen, source }) => [listFen, source])).toEqual([
      [500, 'agency.list'],
      [700, 'typed by 示例·阿白'],
    ])
  })

  test('of a number gives way to a newer observation', () => {
    const [metric] = applyCorrections(account, [typed({})]).metrics
    if (metric === undefined) throw new Error('no metric')
    const newer = { ...account, followers: 3000, metrics: [{ ...metric, value: 3000, source: 'x', observedAt: '2026-11-23T00:00:00Z' }] }
    expect(applyCorrections(newer, [typed({})])).toMatchObject({ followers: 3000, metrics: [{ value: 3000 }, { value: 2000 }] })
  })

  test('that was withdrawn counts no more; of several the last one stands', () => {
    expect(applyCorrections(account, [typed({ withdrawnAt: '2026-11-22T05:00:00Z' })])).toEqual(account)
    const names = [
      typed({ field: 'displayName', value: '示例·后', enteredAt: '2026-11-22T06:00:00Z' }),
      typed({ field: 'displayName', value: '示例·先' }),
    ]
    expect(applyCorrections(account, names).displayName).toBe('示例·后')
  })

  test('remembers what stood there before', () => {
    expect(valueBefore(account, { field: 'displayName', value: 'x' })).toBe('示例·旧名')
    expect(valueBefore(account, { field: 'price', format: 'video', value: 1 })).toBe(500)
    expect(valueBefore(account, { field: 'price', format: 'live', value: 1 })).toBeNull()
  })

  test('names its source in both languages', () => {
    expect(nameSource('typed by 示例·阿白')).toEqual({ en: 'typed by 示例·阿白', zh: '由示例·阿白录入' })
  })

  test.each([
    [{ field: 'followers', value: 1 }, true],
    [{ field: 'followers', value: '1' }, false],
    [{ field: 'followers', value: -1 }, false],
    [{ field: 'price', value: 1 }, false],
    [{ field: 'accountId', value: 'x' }, false],
    [{ field: 'region', value: ' ' }, false],
  ])('%j fits: %s', (input, fits) => expect(correctionInputSchema.safeParse(input).success).toBe(fits))
})
