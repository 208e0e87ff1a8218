// Packs @kolibra/core for use outside this repository: JavaScript and types of every capability, and the rulebook as one JSON file.
// Prints the path of the .tgz. Needs no network.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'
import { root } from './source-files.mjs'

const target = resolve(process.argv[2] ?? join(root, 'dist/core'))

function emit() {
  const tsc = createRequire(join(root, 'package.json')).resolve('typescript/package.json')
  const { bin } = JSON.parse(readFileSync(tsc, 'utf8'))
  const options = ['--noEmit', 'false', '--declaration', '--rewriteRelativeImportExtensions', '--rootDir', join(root, 'packages/core/src')]
  execFileSync(
    process.execPath,
    [join(tsc, '..', bin.tsc), '-p', join(root, 'packages/core/tsconfig.json'), ...options, '--outDir', join(target, 'lib')],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
}

async function writeRulebook() {
  register()
  const { loadRulebook } = await import(pathToFileURL(join(root, 'packages/files/src/rulebook/index.ts')).href)
  const { dateRulebook } = await import(pathToFileURL(join(root, 'packages/core/src/compliance/index.ts')).href)
  const loaded = await loadRulebook(join(root, 'rulebook'))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusals[0]))
  const version = dateRulebook(loaded.value)
  writeFileSync(join(target, 'rulebook.json'), JSON.stringify({ version, parts: loaded.value }))
}

function writePackage() {
  const { name, version, license, type, dependencies } = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8'))
  const description = 'The dated, cited rulebook of Chinese advertising law and platform rules, and the linter on it.'
  const exports = { './rulebook.json': './rulebook.json', './*': { types: './lib/*/index.d.ts', default: './lib/*/index.js' } }
  const engines = { node: '>=20.19' }
  writeFileSync(
    join(target, 'package.json'),
    `${JSON.stringify({ name, version, description, license, type, engines, files: ['lib', 'rulebook.json'], exports, dependencies }, null, 2)}\n`,
  )
  copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
  copyFileSync(join(root, 'docs/linting-library.md'), join(target, 'README.md'))
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
emit()
await writeRulebook()
writePackage()
// On Windows npm is a script of the shell, not a program.
const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts'], {
  cwd: target,
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
process.stdout.write(`${join(target, JSON.parse(packed)[0].filename)}\n`)
