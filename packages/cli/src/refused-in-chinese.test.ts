import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readDrafts } from './commands/lint-input.ts'
import { UsageError } from './command.ts'
import { runCli } from './run-cli.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const folder = mkdtempSync(join(tmpdir(), 'kolibra-zh-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const said: string[] = []
  const io = { cwd: folder, out: () => {}, readStdin: async () => new Uint8Array(), isTerminal: false, now: () => 0 }
  const code = await runCli([...args], { ...io, note: (text) => said.push(text) })
  return { code, said: said.join('') }
}

const ACCOUNTS = readFileSync(join(root, 'examples/accounts.jsonl'), 'utf8')
const CAMPAIGN = readFileSync(join(root, 'examples/campaign.yaml'), 'utf8')
const [ONE = ''] = ACCOUNTS.split('\n')
const FORECAST = ['forecast', 'a.jsonl']
const PLAN = ['plan', '--creators', 'a.jsonl', '--campaign', 'c.yaml', '--as-of', '2026-11-22']
const MIX = ['plan', '--problem', 'm.json']

describe('what the command line refuses is told in the language asked for', () => {
  test.each([
    { why: 'a day to come', args: ['import', 'l.csv', '--observed-on', '1970-01-03'], files: {}, zh: '--observed-on 1970-01-03 尚未到来' },
    { why: 'no file named', args: ['forecast'], files: {}, zh: '请写明一个账号文件' },
    { why: 'no such file', args: ['forecast', 'none.jsonl'], files: {}, zh: '没有文件「none.jsonl」' },
    { why: 'a folder', args: ['forecast', '.'], files: {}, zh: '「.」是文件夹' },
    { why: 'no account', args: FORECAST, files: { 'a.jsonl': '' }, zh: '没有账号' },
    { why: 'a table', args: FORECAST, files: { 'a.jsonl': 'a,b,c\n1,2,3' }, zh: '第 1 行：不是 JSON。该文件像是表格' },
    { why: 'a document over lines', args: FORECAST, files: { 'a.jsonl': '{\n"a": 1\n}' }, zh: '跨多行的单个 JSON' },
    { why: 'YAML', args: FORECAST, files: { 'a.jsonl': 'name: x' }, zh: '像是 YAML' },
    { why: 'NaN in a line', args: FORECAST, files: { 'a.jsonl': '{"followers": NaN}' }, zh: '没有 NaN 这个数' },
    { why: 'a field that lacks', args: FORECAST, files: { 'a.jsonl': '{"a":1}' }, zh: '第 1 行：platform：缺失' },
    { why: 'a metric nobody knows', args: [...FORECAST, '--metric', 'love'], files: {}, zh: '而不是「love」' },
    { why: 'a day that is none', args: [...FORECAST, '--as-of', '2026-13-01'], files: {}, zh: '须为 2026-11-22 这样的日期' },
    { why: 'a format nobody knows', args: [...FORECAST, '--format', 'xml'], files: {}, zh: '--format 须为 pretty 或 json' },
    { why: 'an option nobody knows', args: [...FORECAST, '--love'], files: {}, zh: '没有选项 --love' },
    { why: 'a back-test of followers', args: [...FORECAST, '--metric', 'followers', '--backtest'], files: {}, zh: '--backtest 只检验' },
    { why: 'no count', args: [...FORECAST, '--metric', 'followers', '--counted', 'x'], files: {}, zh: '须写成「次数/播放数」' },
    {
      why: 'more followers than views',
      args: [...FORECAST, '--metric', 'followers', '--counted', '100/5'],
      files: {},
      zh: 'newFollowers 多于播放/阅读数',
    },
    { why: 'a count of views', args: [...FORECAST, '--counted', '1/5'], files: {}, zh: '--counted 须配合 --metric' },
    { why: 'neither campaign nor problem', args: ['plan'], files: {}, zh: '请给出 --creators 和 --campaign' },
    { why: 'YAML that breaks off', args: PLAN, files: { 'a.jsonl': ONE, 'c.yaml': `${CAMPAIGN}\n: [` }, zh: '列不是 YAML' },
    { why: 'an empty campaign', args: PLAN, files: { 'a.jsonl': ONE, 'c.yaml': '' }, zh: '整个文件：应为对象' },
    {
      why: 'an end before the start',
      args: PLAN,
      files: { 'a.jsonl': ONE, 'c.yaml': CAMPAIGN.replace('ends: 2027', 'ends: 2025') },
      zh: 'ends：早于开始日',
    },
    {
      why: 'an audience of 190 %',
      args: PLAN,
      files: { 'a.jsonl': ONE, 'c.yaml': CAMPAIGN.replace('female: 0.9', 'female: 1.9') },
      zh: 'audience.gender.female：不得大于 1',
    },
    { why: 'a problem that breaks off', args: MIX, files: { 'm.json': '{"budgetFen": ' }, zh: '行' },
    { why: 'a problem that is a list', args: MIX, files: { 'm.json': '[]' }, zh: '整个文件：应为对象' },
    { why: 'a problem per line', args: MIX, files: { 'm.json': '{}\n{}' }, zh: '每行一个 JSON' },
    { why: 'no text', args: MIX, files: { 'm.json': Uint8Array.from([0, 1, 2, 3]) }, zh: '不是文本文件' },
  ])('$why', async ({ args, files, zh }) => {
    const told = await run([...args, '--lang', 'zh'], { 'a.jsonl': ONE, ...files })
    expect(told.code).toBe(2)
    expect(told.said).toContain(zh)
    // No word of English but names, options and code: two small words in a row are a sentence.
    expect(told.said.replace(/"kolibra [^"]*"/g, '')).not.toMatch(/(^|[^-\w.])(is|are|not|the|and|no|of|should|lies) [a-z]+/)
    const inEnglish = await run([...args, '--lang', 'en'], { 'a.jsonl': ONE, ...files })
    expect(inEnglish.code).toBe(2)
    expect(inEnglish.said).not.toMatch(/[一-龥]/)
  })

  test.each([
    { why: 'a draft that is no object', name: 'd.jsonl', text: '[1]', zh: 'd.jsonl 第 1 行：不是 JSON 对象' },
    { why: 'an empty draft', name: 'd.md', text: ' ', zh: 'd.md 是空的' },
    { why: 'a draft with an odd fact', name: 'd.jsonl', text: '{"text":3}', zh: '第 1 行：text：应为文本' },
    { why: 'a draft in a PDF', name: 'd.md', text: '%PDF-1.7', zh: 'd.md 是 PDF 文件' },
  ])('$why', async ({ name, text, zh }) => {
    writeFileSync(join(folder, name), text)
    const io = { cwd: folder, out: () => {}, note: () => {}, readStdin: async () => new Uint8Array(), isTerminal: false, now: () => 0 }
    const error: unknown = await readDrafts(name, {}, io).catch((fault: unknown) => fault)
    expect(error instanceof UsageError && error.said.zh).toContain(zh)
  })

  test('notes, too: an account twice, accounts of which nothing is known, too few for a back-test', async () => {
    const nobody = '{"platform":"douyin","accountId":"x1","followers":null}'
    const twice = await run([...FORECAST, '--lang', 'zh'], { 'a.jsonl': `${ONE}\n${ONE}\n${nobody}` })
    expect(twice).toMatchObject({ code: 0 })
    expect(twice.said).toContain('以第一条为准')
    expect(twice.said).toContain('2 个账号中有 1 个')
    const few = await run([...FORECAST, '--backtest', '--lang', 'zh'], { 'a.jsonl': ONE })
    expect(few).toMatchObject({ code: 1, said: expect.stringContaining('至少需要两个账号') })
  })
})
