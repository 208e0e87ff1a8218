import { describe, expect, test } from 'vitest'

import { isJsonText, readJson } from './index.ts'

function read(text: string, name = 'a.json', depthMax = 50) {
  const json = readJson(text, { name, depthMax })
  return json.ok ? [json.value.shape, json.value.documents] : json.refusals[0]
}

test('a text of a million signs is no cell of anything: the line is named', () => {
  const long = JSON.stringify({ a: 'x'.repeat(1_000_001) })
  const options = { name: 'a.jsonl', depthMax: 200 }
  expect(readJson(`{"a":1}\n${long}\n`, options)).toMatchObject({
    ok: false,
    refusals: [{ code: 'file.bad_line', record: 2, problem: 'long_cell' }],
  })
  expect(readJson(JSON.stringify({ a: 'x'.repeat(999_999) }), options).ok).toBe(true)
})

describe('readJson', () => {
  const accepted: [what: string, text: string, name: string, shape: string, documents: unknown[]][] = [
    ['an object', '{"a":1}', 'a.json', 'json', [{ a: 1 }]],
    ['an object over several lines, whatever its name', '{\n"a":\n1}\n', 'a.csv', 'json', [{ a: 1 }]],
    ['an array is one document', '[{"a":1},{"a":2}]', 'a.json', 'json', [[{ a: 1 }, { a: 2 }]]],
    ['an empty array', '[]', 'a.json', 'json', [[]]],
    ['lines', '{"a":1}\n{"a":2}\n', 'a.jsonl', 'jsonl', [{ a: 1 }, { a: 2 }]],
    ['lines under another name', '{"a":1}\r\n{"a":2}\r\n', 'a.json', 'jsonl', [{ a: 1 }, { a: 2 }]],
    ['blank lines are skipped', '\n{"a":1}\n\n  \n{"a":2}', 'a.ndjson', 'jsonl', [{ a: 1 }, { a: 2 }]],
    ['one line', '{"a":1}', 'a.jsonl', 'jsonl', [{ a: 1 }]],
    ['NUL goes', '{"a":"x\\u0000y"}', 'a.json', 'json', [{ a: 'xy' }]],
    ['NUL goes from a key too', '[{"x\\u0000y":{"\\ud800":1}}]', 'a.json', 'json', [[{ xy: { '\ufffd': 1 } }]]],
    ['half a pair is replaced', '{"a":"x\\ud800y"}\n{"a":1}', 'a.jsonl', 'jsonl', [{ a: 'x\ufffdy' }, { a: 1 }]],
    ['a whole pair stays', '{"a":"\\ud83c\\udf38"}', 'a.json', 'json', [{ a: '🌸' }]],
    ['a written escape stays', '{"a":"\\\\u0000"}', 'a.json', 'json', [{ a: '\\u0000' }]],
    ['brackets in texts are no depth', `{"a":"${'['.repeat(99)}\\"{"}`, 'a.json', 'json', [{ a: `${'['.repeat(99)}"{` }]],
  ]
  test.each(accepted)('%s', (_, text, name, shape, documents) => {
    expect(read(text, name)).toEqual([shape, documents])
  })

  const refused: [what: string, text: string, name: string, refusal: object][] = [
    ['an array named as lines', '[{"a":1}]', 'a.jsonl', { code: 'file.json_array_not_lines' }],
    ['cut short', '{"a":1,\n"b":[1,', 'a.json', { code: 'file.bad_json', position: 15, line: 2, column: 8 }],
    ['a wrong character', '{"a":1,\n"b":x}', 'a.json', { code: 'file.bad_json', position: 12, line: 2, column: 5 }],
    ['a line cut short', '{"a":1}\n\n{"a":', 'a.jsonl', { code: 'file.bad_line', record: 2, problem: 'not_json' }],
    ['a line that is no object', '{"a":1}\n[2]\n', 'a.jsonl', { code: 'file.bad_line', record: 2, problem: 'not_object' }],
    ['the only line cut short', '{"a":', 'a.jsonl', { code: 'file.bad_line', record: 1, problem: 'not_json' }],
    ['too deep', '['.repeat(51) + ']'.repeat(51), 'a.json', { code: 'file.too_complex', problem: 'nesting' }],
  ]
  test.each(refused)('%s is refused', (_, text, name, refusal) => {
    expect(read(text, name)).toEqual({ ...refusal, file: name })
  })

  test('a million open brackets do not overflow the stack', () => {
    expect(read('['.repeat(1_000_000))).toMatchObject({ code: 'file.too_complex' })
  })
})

test.each<[text: string, expected: boolean]>([
  ['{"a":1}', true],
  [' \n[ {"a":1}]', true],
  ['{}', true],
  ['[1]', true],
  ['{', true],
  ['[达人]昵称,粉丝数', false],
  ['{昵称},粉丝数', false],
  ['a,b', false],
])('isJsonText %j', (text, expected) => {
  expect(isJsonText(text)).toBe(expected)
})
