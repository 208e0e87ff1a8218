import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readShipped } from './commands/find-rulebook.ts'
import { runCli } from './run-cli.ts'

const cwd = mkdtempSync(join(tmpdir(), 'kolibra-rules-update-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const { version: SHIPPED } = await readShipped()
const AT = Date.parse('2026-12-06T04:00:00Z')
const WORDS = '- kind: words\n  id: sweet\n  terms: [甜]\n'
const put = (name: string, text: string) => {
  mkdirSync(join(cwd, name, '..'), { recursive: true })
  writeFileSync(join(cwd, name), text)
}

async function run(line: string) {
  const output = { out: '', note: '' }
  const code = await runCli(line.split(' '), {
    cwd,
    isTerminal: false,
    now: () => AT,
    out: (text) => void (output.out += text),
    note: (text) => void (output.note += text),
    readStdin: async () => new Uint8Array(),
  })
  return { code, ...output }
}

const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
put('ours.pem', pem())
put('theirs.pem', pem())
put('book/words/sweet.yaml', WORDS)
put('draft.txt', '甜。')

/** Packs the folder under a version and writes it down; gives the public key. */
async function pack(name: string, version: string, key = 'ours.pem') {
  const { code, out, note } = await run(`rules pack book --version ${version} --publisher 示例规则社 --key ${key}`)
  expect({ code, note }).toMatchObject({ code: 0 })
  put(name, out)
  return note.replace('signed with ', '').trim()
}
const kept = () => readdirSync(join(cwd, 'data/rulebook')).sort()

describe('kolibra rules update', () => {
  test('takes a signed pack, keeps the earlier ones, and lint judges by it', async () => {
    const publicKey = await pack('first.yaml', '2026-12-05')
    put('keys.yaml', `- { name: 示例规则社, publicKey: ${publicKey} }\n`)
    expect(await run('rules update first.yaml --keys keys.yaml')).toMatchObject({
      code: 0,
      out: `installed the rulebook of 2026-12-05 (示例规则社, 0 entries) over that of ${SHIPPED}, which is kept.\n`,
    })
    await pack('second.yaml', '2026-12-05.2')
    expect(await run('rules update second.yaml --keys keys.yaml --lang zh')).toMatchObject({
      out: '已安装规则库 2026-12-05.2（示例规则社，0 条），此前为 2026-12-05，仍保留。\n',
    })
    expect(kept()).toEqual(['2026-12-05.2.yaml', '2026-12-05.yaml'])
    const linted: unknown = JSON.parse((await run('lint draft.txt --format json')).out)
    expect(linted).toMatchObject({ rulebook: '2026-12-05.2', items: [{ verdict: 'pass' }] })
    expect(JSON.parse((await run('lint draft.txt --data elsewhere --format json')).out)).toMatchObject({ rulebook: SHIPPED })
  })

  test('compares installed versions and packs', async () => {
    put('book/words/salt.yaml', WORDS.replace('sweet', 'salt'))
    await pack('third.yaml', '2026-12-07')
    expect(await run('rules diff 2026-12-05 third.yaml --format json')).toMatchObject({ code: 0 })
    const { out } = await run('rules diff shipped 2026-12-05')
    expect(out).toMatch(/- ad-law\.art09-3 [^]*0 added, \d{3} removed, 0 changed from /)
    expect(out).toMatch(new RegExp(`from ${SHIPPED} to 2026-12-05\\n$`))
  })

  test.each([
    [
      'an older one',
      async () => (await pack('bad.yaml', '2026-12-04'), 'bad.yaml'),
      /its version 2026-12-04 is not newer than 2026-12-05\.2, which is in use\./,
    ],
    [
      'one of a stranger',
      async () => (await pack('bad.yaml', '2026-12-08', 'theirs.pem'), 'bad.yaml'),
      /it is signed with \S{44}, which nobody here trusts/,
    ],
    [
      'one changed on its way',
      async () => {
        await pack('bad.yaml', '2026-12-08')
        put('bad.yaml', readFileSync(join(cwd, 'bad.yaml'), 'utf8').replaceAll('甜', '苦'))
        return 'bad.yaml'
      },
      /not what was signed: words\/salt\.yaml, words\/sweet\.yaml; download it again/,
    ],
    [
      'an unsigned one',
      async () => {
        await pack('bad.yaml', '2026-12-08')
        put('bad.yaml', readFileSync(join(cwd, 'bad.yaml'), 'utf8').replace(/^signature:[^]*/m, ''))
        return 'bad.yaml'
      },
      /it is not signed; ask its publisher/,
    ],
    ['what is no pack', async () => 'draft.txt', /it is no rulebook pack: /],
  ])('refuses %s in one line and leaves all as it was', async (_name, make, sentence) => {
    const file = await make()
    const before = kept()
    const { code, out } = await run(`rules update ${file} --keys keys.yaml`)
    expect({ code, lines: out.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 })
    expect(out).toMatch(sentence)
    expect(kept()).toEqual(before)
  })

  test('refuses in Chinese as well', async () => {
    await pack('bad.yaml', '2026-12-04')
    expect((await run('rules update bad.yaml --keys keys.yaml --lang zh')).out).toBe(
      'bad.yaml: 版本 2026-12-04 不比正在使用的 2026-12-05.2 新。\n',
    )
    const { out } = await run('rules update bad.yaml --keys keys.yaml --format json')
    expect(JSON.parse(out)).toMatchObject({ installed: null, refusals: [{ code: 'pack.not_newer' }] })
  })

  describe('the way back', () => {
    const judging = async () => JSON.parse((await run('lint draft.txt --format json')).out).rulebook

    test('a pack that is set aside judges no more, stays, and judges again', async () => {
      expect(await run('rules set-aside 2026-12-05.2 --reason 误伤 --by 示例·阿白')).toMatchObject({
        code: 0,
        out: 'set aside the rulebook of 2026-12-05.2; that of 2026-12-05 judges now.\n',
      })
      expect(await judging()).toBe('2026-12-05')
      expect(kept()).toEqual(['2026-12-05.2.yaml', '2026-12-05.yaml', 'set-aside.json'])
      expect(JSON.parse(readFileSync(join(cwd, 'data/rulebook/set-aside.json'), 'utf8'))).toEqual([
        { version: '2026-12-05.2', reason: '误伤', by: '示例·阿白', on: '2026-12-06' },
      ])
      expect(await run('rules set-aside 2026-12-05.2 --reason 误伤 --by 示例·阿白')).toMatchObject({
        code: 1,
        out: 'the rulebook of 2026-12-05.2 is set aside already.\n',
      })
      expect(await run('rules update second.yaml --keys keys.yaml --lang zh')).toMatchObject({
        code: 1,
        out: 'second.yaml: 版本 2026-12-05.2 已安装且已停用，可用 kolibra rules use-again 2026-12-05.2 恢复。\n',
      })
      expect(await run('rules use-again 2026-12-05.2 --format json')).toMatchObject({ code: 0 })
      expect(await judging()).toBe('2026-12-05.2')
      expect(await run('rules use-again 2026-12-05.2')).toMatchObject({ code: 1, out: 'the rulebook of 2026-12-05.2 is not set aside.\n' })
    })

    test('with every pack set aside the shipped rulebook judges', async () => {
      for (const version of ['2026-12-05.2', '2026-12-05']) await run(`rules set-aside ${version} --reason 误伤 --by 示例·阿白`)
      expect(await judging()).toBe(SHIPPED)
      for (const version of ['2026-12-05.2', '2026-12-05']) await run(`rules use-again ${version}`)
      expect(await judging()).toBe('2026-12-05.2')
    })

    test.each([
      ['without a reason and a name', 'rules set-aside 2026-12-05 --by 示例·阿白', /only set aside with a reason and a name/],
      [
        'one that is not installed',
        'rules set-aside 2027-01-01 --reason x --by y',
        /no rulebook 2027-01-01 is installed in .*; installed are 2026-12-05, 2026-12-05\.2\./,
      ],
      ['none', 'rules use-again', /name the version of an installed pack/],
    ])('%s: wrong usage in one sentence, and nothing changed', async (_, line, sentence) => {
      const before = await judging()
      const { code, note } = await run(line)
      expect(code).toBe(2)
      expect(note).toMatch(sentence)
      expect(await judging()).toBe(before)
    })

    test('a list that cannot be read brings nothing back unseen', async () => {
      const list = join(cwd, 'data/rulebook/set-aside.json')
      const before = readFileSync(list, 'utf8')
      writeFileSync(list, '{')
      expect(await run('lint draft.txt')).toMatchObject({ code: 2, note: expect.stringContaining('set-aside.json cannot be read') })
      writeFileSync(list, before)
    })
  })

  test('says what is wrong with the list of keys', async () => {
    put('nokeys.yaml', '- 7\n')
    expect(await run('rules update first.yaml --keys nokeys.yaml')).toMatchObject({ code: 2, note: expect.stringContaining('nokeys.yaml') })
    expect(await run('rules update first.yaml')).toMatchObject({ code: 2, note: expect.stringContaining('trusted-keys.yaml') })
  })

  test('packs nothing that would not be taken', async () => {
    put('bad-book/a.yaml', 'nonsense')
    expect(await run('rules pack bad-book --version 2026-12-05 --publisher 示例 --key ours.pem')).toMatchObject({ code: 2, out: '' })
  })
})
