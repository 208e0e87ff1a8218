import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { keepPack, listPacks, loadOwnRules, readKeptPack } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kolibra-own-rules-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const WORDS = '- kind: words\n  id: own.rivals\n  terms: [示例竞品]\n'
const DISABLED = 'disabled:\n  - { id: law.art1, reason: 与法务确认不适用, by: 示例·阿白 }\n'

function write(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

describe('own rules', () => {
  test('are read from a folder, disabled rules beside entries and lists', async () => {
    write('good/words.yaml', WORDS)
    write('good/off/disabled.yaml', DISABLED)
    expect(await loadOwnRules(join(folder, 'good'))).toMatchObject({
      ok: true,
      value: { parts: [{ id: 'own.rivals' }], disabled: [{ id: 'law.art1', by: '示例·阿白' }] },
    })
  })
  test('are read from one file; their mark follows what they say, not where they stand', async () => {
    const [one, again, other] = [
      write('one.yaml', WORDS),
      write('copy/again.yaml', `# a note\n${WORDS}`),
      write('other.yaml', WORDS.replace('竞品', '对手')),
    ]
    const marks = await Promise.all(
      [one, again, other].map(async (path) => {
        const loaded = await loadOwnRules(path)
        return loaded.ok ? loaded.value.mark : ''
      }),
    )
    expect(marks[0]).toMatch(/^[0-9a-f]{8}$/)
    expect(marks[1]).toBe(marks[0])
    expect(marks[2]).not.toBe(marks[0])
  })
  test.each([
    ['no reason', DISABLED.replace('reason: 与法务确认不适用, ', ''), 'disabled.0.reason'],
    ['a blank name', DISABLED.replace('示例·阿白', "' '"), 'disabled.0.by'],
    ['a field nobody knows', DISABLED.replace('by:', 'since: 2026, by:'), 'disabled.0'],
    ['no list', 'disabled: law.art1\n', 'disabled'],
  ])('a disabled rule with %s is refused by its field', async (name, text, field) => {
    const loaded = await loadOwnRules(write(`bad/${name}.yaml`, text))
    expect(loaded).toMatchObject({ ok: false, refusals: [{ code: 'rulebook.invalid', file: `${name}.yaml`, field }] })
  })
  test('faults of entries, broken YAML and a place that is not there', async () => {
    expect(await loadOwnRules(write('list.yaml', '- kind: words\n  id: a\n  terms: []\n'))).toMatchObject({
      refusals: [{ entry: 'a', field: 'terms' }],
    })
    expect(await loadOwnRules(write('broken.yaml', 'disabled: ['))).toMatchObject({ refusals: [{ code: 'rulebook.unreadable' }] })
    expect(await loadOwnRules(join(folder, 'nowhere'))).toMatchObject({ refusals: [{ code: 'rulebook.unreadable' }] })
  })
})

describe('kept packs', () => {
  const place = join(folder, 'packs')
  const packText = (version: string) =>
    `format: kolibra-rulebook/1\nversion: ${version}\npublisher: 示例\nfiles:\n  - path: a.yaml\n    sha256: x\n    text: |\n      - { kind: words, id: a, terms: [甲] }\n`
  test('stand beside each other, oldest first; a half one is none', async () => {
    expect(await listPacks(place)).toEqual([])
    for (const version of ['2026-12-05.10', '2026-12-05', '2026-12-05.2']) await keepPack(place, { version, text: packText(version) })
    writeFileSync(join(place, '2026-12-06.half'), 'cut')
    writeFileSync(join(place, 'keys.yaml'), '[]')
    expect(await listPacks(place)).toEqual(['2026-12-05', '2026-12-05.2', '2026-12-05.10'])
  })
  test('are read again by version; keeping leaves nothing half behind', async () => {
    await keepPack(place, { version: '2026-12-06', text: packText('2026-12-06') })
    expect(await readKeptPack(place, '2026-12-06')).toMatchObject({ ok: true, value: { rulebook: { version: '2026-12-06' } } })
    expect(await readKeptPack(place, '2026-12-07')).toBeNull()
    expect(readdirSync(place).filter((name) => name.endsWith('.half'))).toEqual([])
  })
})
