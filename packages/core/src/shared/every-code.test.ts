import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ERRORS } from './index.ts'

const packages = new URL('../../../', import.meta.url)
const sources = readdirSync(packages).flatMap((name) => {
  const folder = new URL(`${name}/src/`, packages)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(?:^|\/)test\//.test(file))
    .map((file) => ({ file: `${name}/src/${file}`, text: readFileSync(new URL(file, folder), 'utf8') }))
})

// Findings carry a severity, signals of vetting a group, and both their own texts; problems of one record stand in the import report; web texts are keys of its dictionary.
const FINDING = /code: '[a-z_.]+',\s+(?:severity|group):/g
const RECORD_PROBLEM = /^(?:id|number|price|share|shares|time|day|value|platform|record|json)\./

const find = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) =>
    [...text.replace(FINDING, '').matchAll(pattern)]
      .map(([, code = '']) => ({ file, code }))
      .filter(({ code }) => !RECORD_PROBLEM.test(code)),
  )
const unknown = (uses: readonly { file: string; code: string }[]) => uses.filter(({ code }) => !Object.hasOwn(ERRORS, code))

describe('every code the product answers with stands in the catalogue', () => {
  test('codes of refusals', () => {
    const uses = find(/code: (?:[\w.()]+ \? )?'([a-z_]+\.[a-z_]+)'/g)
    expect(uses.length).toBeGreaterThan(50)
    expect(unknown(uses)).toEqual([])
  })

  test('the second code of a choice between two', () => {
    expect(unknown(find(/code: [\w.()]+ \? '[a-z_.]+' : '([a-z_]+\.[a-z_]+)'/g))).toEqual([])
  })

  test('codes of files and of YAML, wherever they stand', () => {
    const uses = find(/'((?:file|yaml)\.[a-z_]+)'/g).filter(({ file }) => file.startsWith('files/'))
    expect(uses.length).toBeGreaterThan(40)
    expect(unknown(uses)).toEqual([])
  })

  test('request errors', () => {
    const uses = find(/new RequestError\('([a-z_]+\.[a-z_]+)'/g)
    expect(uses.length).toBeGreaterThan(10)
    expect(unknown(uses)).toEqual([])
  })

  test('the two codes each workflow refuses with', () => {
    const nouns = find(/noun: '([a-z]+)'/g).map(({ file, code }) => ({ file, code }))
    expect(nouns.length).toBeGreaterThan(1)
    expect(
      unknown(nouns.flatMap(({ file, code }) => [`${code}.wrong_state`, `${code}.wrong_role`].map((each) => ({ file, code: each })))),
    ).toEqual([])
  })

  test('no entry of the catalogue is written nowhere', () => {
    const text = sources.map((source) => (source.file.endsWith('shared/errors.ts') ? '' : source.text)).join('\n')
    const isWritten = (code: string) => text.includes(`'${code}'`) || /\.wrong_(?:state|role)$/.test(code)
    expect(Object.keys(ERRORS).filter((code) => !isWritten(code))).toEqual([])
  })
})

describe('the catalogue in Chinese', () => {
  test('no half-width sign beside a Chinese character', () => {
    const texts = Object.values(ERRORS).flatMap(({ title, fix }) => [title.zh, fix.zh])
    expect(texts.filter((zh) => /[一-龥][,;:!?()]|[,;:!?()][一-龥]/.test(zh))).toEqual([])
  })
})
