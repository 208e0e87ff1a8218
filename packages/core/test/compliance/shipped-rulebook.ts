import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { compileRulebook, rulebookPartSchema, type Rulebook, type RulebookPart } from '../../src/compliance/index.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../rulebook')

function readParts(): RulebookPart[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => rulebookPartSchema.array().parse(parse(readFileSync(join(folder, name), 'utf8'))))
}

/** The rulebook that ships with the product, compiled once per test file. */
export function openShippedRulebook(): Rulebook {
  const compiled = compileRulebook(readParts(), { version: '2026-11-22' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  return compiled.value
}
