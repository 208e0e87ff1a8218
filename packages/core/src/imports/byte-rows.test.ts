import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPlainId, readSimpleBytes, type ByteRows } from './byte-rows.ts'
import { hashOf, hashOfBytes, makeKeySet, startHash } from './key-set.ts'
import { readId, readProfileId } from './parse-id.ts'
import { readSimpleNumber } from './parse-number.ts'

const encode = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))
const signs = (list: string) => fc.string({ unit: fc.constantFrom(...list), maxLength: 26 })

/** The same cell in the middle of other bytes: nothing beside it may be read. */
function inside(text: string): { bytes: Uint8Array; from: number; to: number } {
  return { bytes: encode(`7${text}9%`), from: 1, to: 1 + text.length }
}

/** The id that is taken of a row of cells just as it stands; null: somebody has to look closer. */
function takeId(bytes: Uint8Array, cells: readonly (readonly [number, number])[], ids: readonly { at: number; isLink: boolean }[]) {
  const rows: ByteRows = {
    bytes,
    start: 0,
    bounds: Int32Array.from(cells.flat()),
    meet: () => bytes.length,
    count: () => cells.length,
    readRow: () => null,
    textOf: () => '',
  }
  const into = { from: 0, to: 0 }
  return findPlainId(rows, ids, into) ? String.fromCharCode(...bytes.subarray(into.from, into.to)) : null
}
function takeCell(text: string, isLink = false): string | null {
  const { bytes, from, to } = inside(text)
  return takeId(bytes, [[from, to]], [{ at: 0, isLink }])
}

describe('numbers in bytes', () => {
  test('property: are those of the text, and NaN where that has none', () => {
    fc.assert(
      fc.property(fc.oneof(signs('0123456789.%'), signs('0123456789.%,-+ wk'), fc.double().map(String)), (text) => {
        const { bytes, from, to } = inside(text)
        expect(readSimpleBytes(bytes, from, to)).toBe(text === '' ? Number.NaN : readSimpleNumber(text))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('ids in bytes', () => {
  test('property: what is taken as it stands is what readId reads', () => {
    const id = fc.oneof(
      signs('0123456789'),
      signs('0aN_-.+e'),
      fc.constantFrom('nan', 'NULL', 'none', 'undefined', 'n/a', '--', '7.02E+18', "'123", '123.0'),
    )
    fc.assert(
      fc.property(id, (text) => {
        const taken = takeCell(text)
        if (taken !== null) expect(readId(text, true)).toEqual({ id: taken })
      }),
      { numRuns: 3000 },
    )
  })

  test.each(['9000000007', 'kol_1', 'Ab-3', '1234567890123456789'])('%s is taken as it stands', (text) => {
    expect(takeCell(text)).toBe(text)
  })

  test.each(['nan', 'u', '-1', '7.02E+18', '123.0', '123450000000000000000', '小鹿'])('%s needs a closer look', (text) => {
    expect(takeCell(text)).toBeNull()
  })

  const LINK = 'https://www.xiaohongshu.com/user/profile/'
  const HEX = '5e0000000000000000000a1b'
  test.each([
    [`${LINK}${HEX}`, true],
    [`${LINK}${HEX.toUpperCase()}`, false],
    [`${LINK}${HEX}?a=1`, false],
    [`http${LINK.slice(5)}${HEX}`, false],
    [`${LINK}${HEX.slice(1)}g`, false],
  ])('the id of the link %s: %s', (text, isTaken) => {
    expect(takeCell(text, true)).toBe(isTaken ? readProfileId(text) : null)
  })

  test('the first column that holds something says the id, or nobody does', () => {
    const text = `,${LINK}${HEX},kol1`
    const end = 1 + LINK.length + HEX.length
    const cells = [
      [0, 0],
      [1, end],
      [end + 1, text.length],
    ] as const
    const found = (...ids: { at: number; isLink: boolean }[]) => takeId(encode(text), cells, ids)
    const [own, link, handle, beyond] = [0, 1, 2, 3].map((at) => ({ at, isLink: at === 1 }))
    if (own === undefined || link === undefined || handle === undefined || beyond === undefined) throw new Error('four places')
    expect(found(own, link, handle)).toBe(HEX)
    expect(found(beyond, handle, link)).toBe('kol1')
    expect(found({ at: 1, isLink: false }, handle)).toBeNull()
    expect(found(own, beyond)).toBeNull()
  })
})

describe('a set of keys', () => {
  test('property: a hash over bytes is that of the text', () => {
    fc.assert(
      fc.property(fc.constantFrom('douyin', 'xiaohongshu'), signs('0123abcdefXYZ_-'), (platform, id) => {
        expect(hashOfBytes(startHash(platform), encode(`x${id}y`), { from: 1, to: 1 + id.length })).toBe(hashOf(platform, id))
      }),
    )
  })

  test('property: tells the first record of a key, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 6000, size: 'max' }), (ids) => {
        const keys = makeKeySet()
        const firsts = new Map<number, number>()
        ids.forEach((id, at) => {
          const hash = hashOf('weibo', String(id))
          expect(keys.addRecord(hash, at + 1)).toBe(firsts.get(hash) ?? 0)
          if (firsts.has(hash)) expect(keys.isRepeated('weibo', String(id))).toBe(true)
          else firsts.set(hash, at + 1)
        })
      }),
      { numRuns: 20 },
    )
  })
})
