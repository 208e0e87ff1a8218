import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { STREAM_LIMITS } from '@kolibra/files/read'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kolibra-large-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const HEADER = '小红书昵称,小红书号,地址,数据更新至,小红书链接,粉丝数,图文报价,日常_阅读中位数,备用'
const linkOf = (id: number) => `https://www.xiaohongshu.com/user/profile/5e${id.toString(16).padStart(22, '0')}`
// Long enough to be read in pieces; a creator met twice, one whose id a spreadsheet lost.
const FILLER = '示'.repeat(200)
const ROWS = [
  ...Array.from(
    { length: 7000 },
    (_, at) => `示例·${at},90000${at},上海,2026-11-20,${linkOf(at)},${at % 7 === 0 ? '1.2万' : 900 + at},${at * 10},${at * 3},${FILLER}`,
  ),
  `示例·1,900001,北京,2026-11-20,${linkOf(1)},901,20,7,${FILLER}`,
  `示例·坏,,上海,2026-11-20,,12,3,4,${FILLER}`,
]
const LARGE = `${HEADER}\n${ROWS.join('\n')}\n`

function parseAccount(line: string): [id: string, account: object] {
  const account = JSON.parse(line)
  return [account.accountId, account]
}

async function importInto(out: string, files: readonly string[]) {
  const said = { out: '', note: '' }
  const code = await runCli(['import', ...files, '--out', out], {
    cwd: folder,
    isTerminal: false,
    now: () => Date.parse('2026-11-22T04:00:00Z'),
    out: (text) => void (said.out += text),
    note: (text) => void (said.note += text),
    readStdin: async () => new Uint8Array(),
  })
  const read = (name: string) => readFileSync(join(folder, out, name), 'utf8')
  const lines = read('accounts.jsonl').trimEnd().split('\n')
  return { code, ...said, read, accounts: new Map(lines.map((line) => parseAccount(line))) }
}

test('a large csv is understood as one that is held, and written with its rejects', async () => {
  writeFileSync(join(folder, 'large.csv'), LARGE)
  writeFileSync(join(folder, 'small.csv'), `${HEADER}\n示例·另,77,上海,2026-11-20,${linkOf(9999)},12,3,4,x\n`)
  expect(Buffer.byteLength(LARGE)).toBeGreaterThan(STREAM_LIMITS.fromBytes)
  const large = await importInto('pieces', ['large.csv'])
  // Several files are held and merged.
  const held = await importInto('held', ['large.csv', 'small.csv'])
  expect(large.accounts.size).toBe(7000)
  expect(held.accounts.size).toBe(7001)
  const different = [...large.accounts].filter(([id, account]) => !isDeepStrictEqual(held.accounts.get(id), account)).map(([id]) => id)
  expect(different).toEqual([])
  expect(large.read('rejects.csv').split('\r\n')).toEqual(held.read('rejects.csv').split('\r\n'))
  expect(JSON.parse(large.read('report.json')).files).toEqual(JSON.parse(held.read('report.json')).files.slice(0, 1))
  expect(large.note).toContain('accounts.jsonl (7000)')
  expect(large.out.split('\n')[0]).toBe('large.csv')
  expect([large.code, held.code]).toEqual([1, 1])
})

test('a large csv of no known source is refused as a small one is, and nothing is written', async () => {
  writeFileSync(join(folder, 'large.csv'), LARGE.replace(HEADER, 'a,b,c,d,e,f,g,h,i'))
  const said = importInto('none', ['large.csv'])
  await expect(said).rejects.toThrow('ENOENT')
})
