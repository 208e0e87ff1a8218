import { expect, test } from 'vitest'

import { packArchive, packOle2 } from '../../test/pack-archive.ts'
import { sniffFormat } from './index.ts'

const cases: [what: string, bytes: Uint8Array, format: object][] = [
  ['an archive', packArchive([{ name: 'a', content: 'b' }]), { kind: 'zip' }],
  ['an empty archive', packArchive([]), { kind: 'zip' }],
  ['an old workbook', packOle2('Workbook'), { kind: 'ole2', isEncrypted: false }],
  ['a workbook with a password', packOle2('EncryptedPackage'), { kind: 'ole2', isEncrypted: true }],
  ['a PDF', Buffer.from('%PDF-1.7'), { kind: 'other', looksLike: 'PDF' }],
  ['gzip', Uint8Array.from([0x1f, 0x8b, 8]), { kind: 'other', looksLike: 'gzip' }],
  ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0]), { kind: 'other', looksLike: 'UTF-32' }],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0]), { kind: 'text' }],
  ['a text that begins with PK', Buffer.from('PK,name'), { kind: 'text' }],
  ['nothing', new Uint8Array(), { kind: 'text' }],
]
test.each(cases)('%s', (_, bytes, format) => {
  expect(sniffFormat(bytes)).toEqual(format)
})
