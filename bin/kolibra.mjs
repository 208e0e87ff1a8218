#!/usr/bin/env node
// Committed entry of the `kolibra` command: makes sure dependencies and build exist, then hands over.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { makeReady } from '../scripts/make-ready.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const SERVER_COMMANDS = ['serve', 'work', 'migrate', 'backup', 'restore', 'doctor']

if (['--version', '-V'].includes(process.argv[2] ?? '')) {
  process.stdout.write(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`)
  process.exit(0)
}
makeReady(root, { say: (line) => process.stderr.write(`${line}\n`) })
const program = SERVER_COMMANDS.includes(process.argv[2] ?? '') ? 'server' : 'cli'
await import(pathToFileURL(join(root, 'dist', program, 'main.mjs')).href)
