import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(join(tmpdir(), 'kolibra-pack-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A project of somebody else: the packed library and zod in its node_modules, nothing else, and no network. */
beforeAll(() => {
  const packed = execFileSync(process.execPath, [join(root, 'scripts/pack-core.mjs'), join(folder, 'packed')], { encoding: 'utf8' }).trim()
  const place = join(folder, 'node_modules/@kolibra/core')
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['xzf', packed, '-C', place, '--strip-components=1'])
  symlinkSync(join(root, 'node_modules/zod'), join(folder, 'node_modules/zod'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
}, 180_000)

const GUIDE = readFileSync(join(root, 'docs/linting-library.md'), 'utf8')
const blocks = (language: string) =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1] ?? '')
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } })

describe('the packed library', () => {
  test('does what its guide says, block by block', () => {
    writeFileSync(join(folder, 'guide.mjs'), blocks('js').join('\n'))
    expect(run(process.execPath, 'guide.mjs')).toBe(blocks('text').join(''))
  })

  test('brings its types', () => {
    const use = `import { lint, compileRulebook, type LintItem, type RulebookPart } from '@kolibra/core/compliance'
import shipped from '@kolibra/core/rulebook.json' with { type: 'json' }
const compiled = compileRulebook(shipped.parts as unknown as RulebookPart[], { version: shipped.version ?? '' })
export const item: LintItem | null = compiled.ok ? lint({ id: 'a', text: '面霜' }, compiled.value, { at: '2026-11-22' }) : null
// @ts-expect-error a text without an id is no draft
export const wrong = compiled.ok && lint({ text: '面霜' }, compiled.value, { at: '2026-11-22' })
`
    writeFileSync(join(folder, 'use.ts'), use)
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'false', '--resolveJsonModule', '--types', '']
    expect(run(join(root, 'node_modules/.bin/tsc'), ...options, 'use.ts')).toBe('')
  })

  test('holds JavaScript, types, rulebook, guide and licence, and no test', () => {
    const names = readdirSync(join(folder, 'node_modules/@kolibra/core'), { recursive: true, encoding: 'utf8' })
    expect(names).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'rulebook.json', join('lib', 'compliance', 'index.js')]),
    )
    expect(names.filter((name) => /\.test\.|(?<!\.d)\.ts$/.test(name))).toEqual([])
  })
})
