import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions, judgePack, packStatement, rulebookPackSchema, type PackRequest, type RulebookPack } from './index.ts'
import { sha256 } from '../../test/sha256.ts'

// A signature here is a hash of key and text: what real ones do for files/rulebook, without keys.
const sign = (text: string, publicKey: string) => sha256(`${publicKey}\n${text}`)
const request: PackRequest = {
  trustedKeys: [{ name: '示例规则社', publicKey: 'key-a' }],
  currentVersion: '2026-11-22',
  sha256,
  verify: (text, signature) => sign(text, signature.publicKey) === signature.value,
}

function makePack(more: Partial<RulebookPack> = {}, publicKey = 'key-a'): RulebookPack {
  const files = ['law/a.yaml', 'words/b.yaml'].map((path) => ({ path, text: `# ${path}\n[]\n`, sha256: sha256(`# ${path}\n[]\n`) }))
  const unsigned = { format: 'kolibra-rulebook/1' as const, version: '2026-12-05', publisher: '示例规则社', files, ...more }
  return { ...unsigned, signature: { publicKey, value: sign(packStatement(unsigned), publicKey) } }
}
const pack = makePack()
const changeFile = (change: (file: RulebookPack['files'][number]) => object) =>
  pack.files.map((file, index) => (index === 0 ? { ...file, ...change(file) } : file))

describe('a rulebook pack', () => {
  test('is taken from a trusted key when it is newer', () => expect(judgePack(pack, request)).toEqual({ ok: true, value: pack }))

  test.each<[string, RulebookPack, object]>([
    ['unsigned', { ...pack, signature: null }, { code: 'pack.unsigned' }],
    ['signed by somebody else', makePack({}, 'key-b'), { code: 'pack.unknown_key', publicKey: 'key-b' }],
    [
      'with the signature of another pack',
      { ...pack, signature: makePack({ publisher: '他人' }).signature },
      { code: 'pack.bad_signature' },
    ],
    ['with another version than was signed', { ...pack, version: '2026-12-06' }, { code: 'pack.bad_signature' }],
    ['with another publisher than was signed', { ...pack, publisher: '他人' }, { code: 'pack.bad_signature' }],
    ['without one of its files', { ...pack, files: pack.files.slice(1) }, { code: 'pack.bad_signature' }],
    ['with its files in another order', { ...pack, files: pack.files.toReversed() }, { code: 'pack.bad_signature' }],
    [
      'with a file changed',
      { ...pack, files: changeFile(({ text }) => ({ text: `${text} ` })) },
      { code: 'pack.wrong_hash', file: 'law/a.yaml' },
    ],
    [
      'with a file and its hash changed',
      { ...pack, files: changeFile(() => ({ text: 'x', sha256: sha256('x') })) },
      { code: 'pack.bad_signature' },
    ],
    ['as old as the one in use', makePack({ version: '2026-11-22' }), { code: 'pack.not_newer', version: '2026-11-22' }],
    ['older', makePack({ version: '2026-11-21.9' }), { code: 'pack.not_newer', current: '2026-11-22' }],
  ])('is refused %s', (_why, refused, refusal) => {
    expect(judgePack(refused, request)).toMatchObject({ ok: false, refusals: [refusal] })
  })

  test('property: one character more, less or different in any file is found', () => {
    fc.assert(
      fc.property(fc.nat({ max: 16 }), fc.string({ maxLength: 2 }), (at, put) => {
        const files = changeFile(({ text }) => ({ text: text.slice(0, at) + put + text.slice(at + 1) }))
        const isSame = files[0]?.text === pack.files[0]?.text
        expect(judgePack({ ...pack, files }, request).ok).toBe(isSame)
      }),
    )
  })
})

describe('what a pack looks like', () => {
  test.each([
    ['version', { version: 'next week' }],
    ['version', { version: '2026-12-05.0' }],
    ['version', { version: '2026-02-29' }],
    ['format', { format: 'kolibra-rulebook/2' }],
    ['files', { files: [] }],
    ['files', { files: [{ path: '../outside.yaml', sha256: '', text: '' }] }],
    ['files', { files: [{ path: '/etc/hosts.yaml', sha256: '', text: '' }] }],
  ])('%s %j does not fit', (field, more) => {
    const read = rulebookPackSchema.safeParse({ ...pack, ...more })
    expect(read.error?.issues[0]?.path[0]).toBe(field)
  })
  test('one without signature is read, and then refused by name', () => {
    const { signature: _, ...unsigned } = pack
    expect(rulebookPackSchema.parse(unsigned).signature).toBeNull()
  })
})

describe('the order of versions', () => {
  test.each([
    ['2026-12-05', '2026-12-06'],
    ['2026-12-05', '2026-12-05.2'],
    ['2026-12-05.2', '2026-12-05.10'],
    ['2026-12-05.10', '2026-12-06'],
  ])('%s comes before %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0)
    expect(compareVersions(newer, older)).toBeGreaterThan(0)
    expect(compareVersions(newer, newer)).toBe(0)
  })
})
