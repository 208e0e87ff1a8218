import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileRulebook } from '@kolibra/core/compliance'
import { afterAll, describe, expect, test } from 'vitest'
import { loadRulebook, readPart } from './load-rulebook.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'kolibra-rulebook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const WORDS = '- kind: words\n  id: sweet\n  terms: [甜, 蜜]\n'
const RULE = `- id: law.art1
  kind: rule
  title: { en: a, zh: 甲 }
  requirement: { en: a, zh: 甲 }
  appliesTo: { who: [creator], categories: ['*'], platforms: ['*'], formats: ['*'] }
  outcome: warn
  validFrom: null
  validTo: null
  validFromConfidence: unknown
  source: { title: 办法, number: null, article: null, url: null, checkedOn: null, readKind: secondary_report }
  penalty: null
  detectors: [{ kind: terms, find: [sweet] }]
  fix: { en: a, zh: 甲 }
  examples: { valid: [{ text: 淡 }, { text: 咸 }], invalid: [{ text: 甜 }, { text: 蜜 }] }
  status: in_force
  notes: null
`

describe('readPart', () => {
  test('reads entries and word lists', () =>
    expect(readPart(WORDS + RULE, 'a.yaml')).toMatchObject({ ok: true, value: [{ id: 'sweet' }, { id: 'law.art1' }] }))

  test.each<[string, string, string, string | null]>([
    ['a field with a wrong value', RULE.replace('outcome: warn', 'outcome: hard'), 'law.art1', 'outcome'],
    ['an outcome above its source', RULE.replace('outcome: warn', 'outcome: block'), 'law.art1', 'outcome'],
    ['a rule without examples', RULE.replace('invalid: [{ text: 甜 }, { text: 蜜 }]', 'invalid: []'), 'law.art1', 'examples'],
    ['a detector of an unknown kind', RULE.replace('kind: terms', 'kind: magic'), 'law.art1', 'detectors.0.kind'],
    ['a list without terms', '- kind: words\n  id: sweet\n  terms: []\n', 'sweet', 'terms'],
    ['an entry without id', '- kind: words\n  terms: [甜]\n', 'number 1', 'id'],
    ['an entry that is no mapping', '- 7\n', 'number 1', null],
  ])('refuses %s, naming file, entry and field', (_name, ...[text, entry, field]) => {
    const read = readPart(text, 'law/a.yaml')
    expect(read).toMatchObject({ ok: false })
    if (!read.ok) expect(read.refusals[0]).toMatchObject({ code: 'rulebook.invalid', file: 'law/a.yaml', entry, field })
  })

  test.each([
    ['broken YAML', '- id: [', 'law/a.yaml'],
    ['no list', 'id: law.art1', 'law/a.yaml'],
    ['an empty file', '', 'law/a.yaml'],
  ])('refuses %s', (_name, text, file) =>
    expect(readPart(text, file)).toMatchObject({ ok: false, refusals: [{ code: 'rulebook.unreadable', file, entry: null }] }),
  )
})

describe('loadRulebook', () => {
  test('reads a folder and all below, and tells every fault at once', async () => {
    mkdirSync(join(folder, 'law'), { recursive: true })
    writeFileSync(join(folder, 'words.yaml'), WORDS)
    writeFileSync(join(folder, 'law/a.yaml'), RULE)
    writeFileSync(join(folder, 'README.md'), 'not a rulebook file')
    expect(await loadRulebook(folder)).toMatchObject({ ok: true, value: [{ id: 'law.art1' }, { id: 'sweet' }] })
    writeFileSync(join(folder, 'law/b.yaml'), 'nonsense')
    writeFileSync(join(folder, 'law/c.yaml'), RULE.replace('status: in_force', 'status: 7'))
    expect(await loadRulebook(folder)).toMatchObject({
      ok: false,
      refusals: [{ file: 'law/b.yaml' }, { file: 'law/c.yaml', entry: 'law.art1', field: 'status' }],
    })
  })
  test('refuses a folder that does not exist', async () => {
    expect(await loadRulebook(join(folder, 'nowhere'))).toMatchObject({ ok: false, refusals: [{ code: 'rulebook.unreadable' }] })
  })
  test('the shipped rulebook loads and compiles', async () => {
    const loaded = await loadRulebook(join(root, 'rulebook'))
    expect(loaded.ok && compileRulebook(loaded.value, { version: 'v' }).ok).toBe(true)
  })
})
