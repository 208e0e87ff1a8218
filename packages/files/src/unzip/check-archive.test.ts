import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

import { packArchive } from '../../test/pack-archive.ts'
import { checkArchive, listEntries } from './index.ts'

const LIMITS = { archiveEntries: 3, unpackedBytes: 64 * 1024 * 1024, unpackedRatio: 200 }
const zeros = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * 1024 * 1024)

function check(bytes: Uint8Array, limits = LIMITS) {
  const checked = checkArchive(bytes, { name: 'a.xlsx', limits })
  return checked.ok ? checked.value.map(({ name }) => name) : checked.refusals[0]
}

describe('checkArchive', () => {
  const small = { name: 'a.xml', content: 'hello' }

  test('lists an honest archive, packed or stored', () => {
    expect(check(packArchive([small, { name: '数据.xml', content: '', isStored: true }]))).toEqual(['a.xml', '数据.xml'])
  })

  test('an archive with a comment behind it', () => {
    const bytes = Buffer.concat([packArchive([small]), Buffer.from('note')])
    bytes.writeUInt16LE(4, bytes.length - 6)
    expect(check(bytes)).toEqual(['a.xml'])
  })

  const refused: [what: string, make: () => Uint8Array, refusal: object][] = [
    ['300 MB of zeros in 300 kB', () => packArchive([{ name: 'bomb', content: zeros(300) }]), { code: 'file.zip_bomb', problem: 'size' }],
    ['48 MB of zeros in 48 kB', () => packArchive([{ name: 'bomb', content: zeros(48) }]), { code: 'file.zip_bomb', problem: 'ratio' }],
    [
      '50 MB that declare 1 kB',
      () => packArchive([{ name: 'bomb', content: zeros(50), declaredBytes: 1024 }]),
      { code: 'file.zip_bomb', problem: 'declared' },
    ],
    [
      'content that declares nothing',
      () => packArchive([{ name: 'bomb', content: 'xx', declaredBytes: 0 }]),
      { code: 'file.zip_bomb', problem: 'declared' },
    ],
    [
      'stored content that lies',
      () => packArchive([{ name: 'bomb', content: 'xxxx', declaredBytes: 2, isStored: true }]),
      { code: 'file.zip_bomb' },
    ],
    ['too many entries', () => packArchive(Array.from({ length: 4 }, () => small)), { code: 'file.zip_bomb', problem: 'entries' }],
    ['an entry shorter than it declares', () => packArchive([{ ...small, declaredBytes: 99 }]), { code: 'file.truncated' }],
    ['a password on an entry', () => packArchive([{ ...small, isEncrypted: true }]), { code: 'file.encrypted' }],
    ['only the first half', () => packArchive([small, small]).subarray(0, 60), { code: 'file.truncated' }],
    ['nothing but the first four bytes', () => packArchive([small]).subarray(0, 4), { code: 'file.truncated' }],
  ]
  test.each(refused)('refuses %s', (_, make, refusal) => {
    expect(check(make())).toMatchObject({ ...refusal, file: 'a.xlsx' })
  })

  test('every cut of an archive is refused and none throws', () => {
    const whole = packArchive([small, { name: 'b.xml', content: 'world'.repeat(20) }])
    for (let length = 0; length < whole.length; length += 1)
      expect(check(whole.subarray(0, length))).toMatchObject({ code: 'file.truncated' })
  })

  test.each([{ isStored: false }, { isStored: true }])(
    'a flipped bit of the content is refused, or changes nothing in it: %o',
    ({ isStored }) => {
      const content = '<v>1000000</v>'.repeat(40)
      const whole = packArchive([{ name: 'a.xml', content, isStored }])
      const from = 30 + 'a.xml'.length
      const packedBytes = new DataView(whole.buffer, whole.byteOffset).getUint32(18, true)
      for (let bit = 0; bit < packedBytes * 8; bit += 1) {
        const flipped = Uint8Array.from(whole)
        flipped[from + (bit >> 3)] = (flipped[from + (bit >> 3)] ?? 0) ^ (1 << (bit & 7))
        const packed = flipped.subarray(from, from + packedBytes)
        // The last bits of a packed content only fill its last byte.
        if (Array.isArray(check(flipped))) expect(String(isStored ? packed : inflateRawSync(packed)), `bit ${bit}`).toBe(content)
      }
    },
  )

  test('every flipped byte leaves an answer, never a throw', () => {
    const whole = packArchive([small])
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Uint8Array.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      expect(check(flipped)).toBeDefined()
    }
  })
})

describe('listEntries', () => {
  test('reads sizes that stand in the ZIP64 extra field', () => {
    const bytes = Buffer.from(packArchive([{ name: 'a', content: 'hello', isStored: true }]))
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(5n, 4)
    extra.writeBigUInt64LE(5n, 12)
    bytes.writeUInt32LE(0xffffffff, at + 20)
    bytes.writeUInt32LE(0xffffffff, at + 24)
    bytes.writeUInt16LE(20, at + 30)
    const long = Buffer.concat([bytes.subarray(0, at + 47), extra, bytes.subarray(at + 47)])
    expect(listEntries(long, 9)).toMatchObject([{ name: 'a', packedBytes: 5, unpackedBytes: 5, headerAt: 0 }])
  })
})
