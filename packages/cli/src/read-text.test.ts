import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { drain } from './read-bytes.ts'
import { readJson, readText } from './read-text.ts'

const cwd = mkdtempSync(join(tmpdir(), 'kolibra-text-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
mkdirSync(join(cwd, 'folder'))
symlinkSync('loop', join(cwd, 'loop'))
writeFileSync(join(cwd, 'huge.jsonl'), '')
truncateSync(join(cwd, 'huge.jsonl'), 2 * 1024 ** 3)

const bytes = (...values: number[]) => new Uint8Array(values)
const read = (path: string, stdin = bytes()) => readText(path, { cwd, readStdin: async () => stdin })

describe('a text arrives whole in whatever encoding it was saved', () => {
  test.each([
    ['UTF-8', Buffer.from('面霜'), '面霜'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0xe9, 0x9d, 0xa2), '面'],
    ['GB18030', bytes(0xc3, 0xe6, 0xcb, 0xaa), '面霜'],
    ['UTF-16 little endian with a mark', bytes(0xff, 0xfe, 0x62, 0x97), '面'],
    ['UTF-16 big endian with a mark', bytes(0xfe, 0xff, 0x97, 0x62), '面'],
    ['UTF-16 without a mark', Buffer.from('name: 面霜\n', 'utf16le'), 'name: 面霜\n'],
    ['nothing', bytes(), ''],
  ])('%s', async (_, content, expected) => {
    expect(await read('-', content)).toBe(expected)
    writeFileSync(join(cwd, 'named.txt'), content)
    expect(await read('named.txt')).toBe(expected)
  })
})

describe('what is no text is refused in one sentence', () => {
  test.each([
    ['a binary file', bytes(0x50, 0x4b, 3, 4, 0, 0), /no text file/],
    ['no encoding', bytes(0xff, 0xff, 0xff), /no text file/],
    ['a character cut in the middle', Buffer.from('示例面霜').subarray(0, -1), /middle of a character/],
  ])('%s', async (_, content, words) => {
    const error: unknown = await read('-', content).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UsageError)
    expect(String(error)).toMatch(words)
    expect(String(error)).toContain('standard input')
  })

  test.each([
    ['nowhere.yaml', /no file "nowhere.yaml"/],
    ['named.txt/inside', /no file "named.txt\/inside"/],
    ['loop', /no file "loop"/],
    ['a'.repeat(5000), /no file "aaa/],
    ['folder', /"folder" is a folder/],
    ['huge.jsonl', /"huge.jsonl" holds more than 200 MB/],
  ])('%.20s', async (path, words) => {
    const error: unknown = await read(path).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UsageError)
    expect(String(error)).toMatch(words)
  })
})

test('a stream without end is read one step beyond the limit and no further', async () => {
  let given = 0
  async function* zeros() {
    for (;;) {
      given += 1
      yield new Uint8Array(10)
    }
  }
  expect((await drain(zeros(), 25)).length).toBe(30)
  expect(given).toBe(3)
})

describe('readJson', () => {
  test.each([
    ['NaN', '{"budgetFen": NaN}', /budgetFen: NaN is no number/],
    ['a cut text', '{\n"a": [1,', /line 2, column 9/],
    ['brackets without end', '['.repeat(100_000), /more time or memory/],
    ['two documents', '{"a":1}\n{"a":2}', /one JSON document per line/],
    ['a list named as lines', '[{"a":1}]', /one JSON array/],
  ])('%s is refused with its place', (title, text, words) => {
    const name = title === 'a list named as lines' ? 'mix.jsonl' : 'mix.json'
    expect(() => readJson(text, name)).toThrow(words)
    expect(() => readJson(text, name)).toThrow(UsageError)
  })

  test('a prototype in a text is a key like any other', () => {
    const value = readJson('{"__proto__":{"budgetFen":1}}', 'mix.json')
    expect(Object.keys(Object(value))).toEqual(['__proto__'])
    expect(Object(value).budgetFen).toBeUndefined()
  })
})
