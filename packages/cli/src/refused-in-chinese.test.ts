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
    { why: 'NaN in a problem', args: MIX, files: { 'm.json': '{"budgetFen": NaN}' }, zh: 'm.json：budgetFen：JSON 中没有 NaN 这个数' },
    { why: 'a problem that is a list', args: MIX, files: { 'm.json': '[]' }, zh: '整个文件：应为对象' },
    { why: 'a problem per line', args: MIX, files: { 'm.json': '{}\n{}' }, zh: '每行一个 JSON' },
    { why: 'no text', args: MIX, files: { 'm.json': Uint8Array.from([0, 1, 2, 3]) }, zh: '不是文本文件' },
    { why: 'rules without a verb', args: ['rules'], files: {}, zh: '请写明要做什么：list、show' },
    { why: 'a word too many', args: ['rules', 'show', 'a', 'b'], files: {}, zh: '不接受多余的「b」' },
    { why: 'rules of no platform', args: ['rules', 'list', '--platform', 'myspace'], files: {}, zh: '--platform 须为 weibo、' },
    { why: 'rules of no day', args: ['rules', 'list', '--at', 'soon'], files: {}, zh: '--at 须为 2026-11-22 这样的日期' },
    { why: 'no entry named', args: ['rules', 'show'], files: {}, zh: '请写明要查看的条目' },
    { why: 'no such entry', args: ['rules', 'show', 'love'], files: {}, zh: '没有条目「love」' },
    { why: 'days turned round', args: ['rules', 'diff', '--from', '2026-02-01', '--to', '2026-01-01'], files: {}, zh: '晚于 --to' },
    { why: 'one rulebook to compare', args: ['rules', 'diff', 'shipped'], files: {}, zh: '要比较的两个规则库' },
    { why: 'a rulebook that is nowhere', args: ['rules', 'diff', 'shipped', 'none'], files: {}, zh: '「none」既不是 shipped' },
    { why: 'no pack named', args: ['rules', 'update'], files: {}, zh: '请写明要安装的规则包' },
    { why: 'no trusted keys', args: ['rules', 'update', 'p.yaml'], files: { 'p.yaml': 'a: 1' }, zh: '没有受信公钥列表' },
    { why: 'a pack that is not there to set aside', args: ['rules', 'set-aside', '2026-12-05'], files: {}, zh: '尚未安装任何版本' },
    { why: 'nothing to pack', args: ['rules', 'pack'], files: {}, zh: '请写明要打包的文件夹' },
    {
      why: 'own rules that do not fit',
      args: ['lint', 'd.md', '--rules', 'r.yaml'],
      files: { 'd.md': '好用', 'r.yaml': '- id: own.x\n  kind: love\n' },
      zh: '字段 kind：只能是：rule',
    },
    { why: 'no draft', args: ['lint'], files: {}, zh: '请写明要检查的文件' },
    { why: 'a draft of no platform', args: ['lint', 'd.md', '--platform', 'myspace'], files: {}, zh: '--platform 须为 weibo、' },
    { why: 'a draft of no day', args: ['lint', 'd.md', '--at', 'soon'], files: {}, zh: '--at 须为 2026-11-22 这样的日期' },
    { why: 'no export', args: ['import'], files: {}, zh: '请至少写明一个文件' },
    { why: 'an export of nobody', args: ['import', 'a.jsonl', '--source', 'love'], files: {}, zh: '--source 须为 auto 或' },
    { why: 'an out of no name', args: ['import', 'a.jsonl', '--out', ''], files: {}, zh: '--out 须为文件夹名' },
    {
      why: 'an out that is a file',
      args: ['import', 'a.jsonl', '--out', 'a.jsonl/x'],
      files: {},
      zh: '请换一个 --out',
    },
    { why: 'no brief', args: ['brief'], files: {}, zh: '请写：kolibra brief check' },
    { why: 'a brief of no category', args: ['brief', 'check', 'b.yaml', '--category', 'love'], files: {}, zh: '--category 须为' },
    {
      why: 'a brief written as nothing known',
      args: ['brief', 'write', 'b.yaml', '--to', 'pdf'],
      files: {},
      zh: '--to 须为 md、docx 之一',
    },
    { why: 'a Word brief without a file', args: ['brief', 'write', 'b.yaml', '--to', 'docx'], files: {}, zh: '请加上 --out' },
    { why: 'a value nobody asked for', args: [...FORECAST, '--total=3'], files: {}, zh: '--total 不带取值' },
    { why: 'a word that a plan does not take', args: ['plan', 'love'], files: {}, zh: '多余的「love」' },
    { why: 'no such command', args: ['love'], files: {}, zh: '没有命令「love」' },
    { why: 'a command to come', args: ['lift'], files: {}, zh: '本版本尚未提供' },
    { why: 'nobody to vet', args: ['vet'], files: {}, zh: '请写明一个账号文件' },
    { why: 'an option nobody vets by', args: ['vet', 'a.jsonl', '--love'], files: {}, zh: '没有选项 --love' },
    { why: 'an option without its value', args: ['vet', 'a.jsonl', '--at'], files: {}, zh: '--at 须带上取值' },
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
