import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePack, openPack, publicKeyOf, readSigningKey, readTrustedKeys, reopenPack, writePack } from './index.ts'
import { isSignedBy } from './sign-pack.ts'

const { privateKey: key } = generateKeyPairSync('ed25519')
const { privateKey: strange } = generateKeyPairSync('ed25519')
const trust = { trustedKeys: [{ name: '示例规则社', publicKey: publicKeyOf(key) }], currentVersion: '2026-11-22' }
const WORDS = { path: 'words/sweet.yaml', text: '- kind: words\n  id: sweet\n  terms: [甜, 蜜]\n' }
const request = { version: '2026-12-05', publisher: '示例规则社', key }
const pack = makePack([WORDS], request)
const codesOf = (text: string) => {
  const opened = openPack(text, trust)
  return opened.ok ? [] : opened.refusals.map(({ code }) => code)
}

describe('a signed pack', () => {
  test('is opened and compiled under its version', () => {
    expect(openPack(writePack(pack), trust)).toMatchObject({
      ok: true,
      value: { rulebook: { version: '2026-12-05', words: [{ id: 'sweet' }] } },
    })
  })

  test.each<[string, string, string[]]>([
    ['no YAML', 'format: [', ['pack.unreadable']],
    ['no pack', 'hello', ['pack.unreadable']],
    ['a rulebook file', WORDS.text, ['pack.unreadable']],
    ['unsigned', writePack({ ...pack, signature: null }), ['pack.unsigned']],
    ['signed by a stranger', writePack(makePack([WORDS], { ...request, key: strange })), ['pack.unknown_key']],
    ['changed on its way', writePack(pack).replace('甜', '咸'), ['pack.wrong_hash']],
    ['a newer version written over an old signature', writePack(pack).replace('2026-12-05', '2026-12-06'), ['pack.bad_signature']],
    ['no newer than what is in use', writePack(makePack([WORDS], { ...request, version: '2026-11-22' })), ['pack.not_newer']],
    ['a file that is no rulebook', writePack(makePack([{ path: 'a.yaml', text: 'x' }], request)), ['rulebook.unreadable']],
    [
      'an id given twice',
      writePack(makePack([WORDS, { ...WORDS, path: 'words/again.yaml' }], request)),
      ['rulebook.doubled_id', 'rulebook.doubled_id'],
    ],
  ])('is refused when it is %s', (_why, text, codes) => expect([...new Set(codesOf(text))]).toEqual([...new Set(codes)]))

  test('kept, it is read again without asking for keys', () => {
    expect(reopenPack(writePack(pack))).toMatchObject({ ok: true, value: { parts: [{ id: 'sweet' }] } })
    expect(reopenPack('nonsense')).toMatchObject({ ok: false, refusals: [{ code: 'pack.unreadable' }] })
  })

  test('property: any text of a file comes back as it was and under its signature', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const opened = openPack(writePack(makePack([{ ...WORDS, text: `${WORDS.text}# ${JSON.stringify(text)}\n` }], request)), trust)
        expect(opened.ok).toBe(true)
      }),
    )
  })
})

describe('keys', () => {
  test('a signing key is an Ed25519 key in PEM, and nothing else', () => {
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(readSigningKey(pem)?.asymmetricKeyType).toBe('ed25519')
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(readSigningKey(other.export({ type: 'pkcs8', format: 'pem' }).toString())).toBeNull()
    expect(readSigningKey('nonsense')).toBeNull()
  })
  test('what is no key and no signature verifies nothing', () => {
    const { signature } = pack
    expect(signature && isSignedBy('other text', signature)).toBe(false)
    expect(isSignedBy('', { publicKey: 'AAAA', value: '' })).toBe(false)
    expect(isSignedBy('', { publicKey: '', value: 'AAAA' })).toBe(false)
  })
  test('trusted keys are a list of names and keys', () => {
    expect(readTrustedKeys('- { name: 示例规则社, publicKey: abc= }\n')).toEqual({
      ok: true,
      value: [{ name: '示例规则社', publicKey: 'abc=' }],
    })
    expect(readTrustedKeys('name: a')).toMatchObject({ ok: false, refusals: [{ code: 'pack.unreadable' }] })
    expect(readTrustedKeys('- { name: a }')).toMatchObject({ refusals: [{ problem: expect.stringContaining('0.publicKey') }] })
  })
})
