import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkArchive, findPacked } from '../unzip/index.ts'
import { packFiles } from './index.ts'

const LIMITS = { archiveEntries: 9, unpackedBytes: 1 << 20, unpackedRatio: 200 }
const files = [
  { name: 'a.xml', content: '<a/>' },
  { name: '文件/说明.txt', content: '面霜'.repeat(500) },
  { name: 'empty', content: '' },
  { name: 'bytes', content: Uint8Array.of(0, 255, 1) },
]

describe('an archive we write', () => {
  test('passes the check of archives and unpacks to what went in', () => {
    const bytes = packFiles(files)
    const checked = checkArchive(bytes, { name: 'a.zip', limits: LIMITS })
    if (!checked.ok) throw new Error(JSON.stringify(checked.refusals))
    const unpacked = checked.value.map((entry) => [entry.name, inflateRawSync(findPacked(bytes, entry) ?? Buffer.alloc(0))] as const)
    expect(unpacked).toEqual(files.map(({ name, content }) => [name, Buffer.from(content)]))
  })

  test('is the same whenever it is written', () => {
    expect(Buffer.compare(Buffer.from(packFiles(files)), Buffer.from(packFiles(files)))).toBe(0)
  })
})
