// The order of the house: packages point only where they may, capabilities only to their left, only through index.ts; no cycles.
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { CAPABILITIES, isTest, listSources, report, root } from './source-files.mjs'

const MAY_IMPORT = { core: [], files: ['core'], server: ['core', 'files'], web: ['core'], cli: ['core', 'files'] }
const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g
const problems = []
const graph = new Map()

const place = (path) => {
  const [, name, , folder = ''] = path.split('/')
  return { name, capability: CAPABILITIES.includes(folder) ? folder : null }
}

function checkPackageImport(path, from, target) {
  const [, name, capability] = target.match(/^@kolibra\/([^/]+)(?:\/(.+))?$/) ?? []
  if (name === undefined) return
  if (!MAY_IMPORT[from.name].includes(name)) problems.push(`${path}: ${from.name} may not import ${name}`)
  if (capability?.includes('/')) problems.push(`${path}: ${target} goes past the public door of ${capability.split('/')[0]}`)
  checkLeft(path, from, capability)
}

function checkLeft(path, from, capability) {
  if (from.capability === null || !CAPABILITIES.includes(capability)) return
  if (CAPABILITIES.indexOf(capability) > CAPABILITIES.indexOf(from.capability))
    problems.push(`${path}: ${from.capability} may not import ${capability}, which stands to its right`)
}

function checkRelativeImport(path, from, target) {
  const resolved = normalize(join(dirname(path), target))
  graph.get(path).push(resolved)
  const to = place(resolved)
  if (to.name !== from.name) problems.push(`${path}: reaches into package ${to.name} by a relative path`)
  if (to.capability === null || to.capability === from.capability) return
  checkLeft(path, from, to.capability)
  const isDoor = /\/(index|schema)\.ts$/.test(resolved)
  if (from.name === 'core' && !isDoor && !isTest(path))
    problems.push(`${path}: imports ${resolved}, only index.ts of a capability is its door`)
}

for (const path of listSources()) {
  const from = place(path)
  graph.set(path, [])
  for (const [, target] of readFileSync(join(root, path), 'utf8').matchAll(IMPORT)) {
    if (target.startsWith('@kolibra/')) checkPackageImport(path, from, target)
    if (target.startsWith('.')) checkRelativeImport(path, from, target)
  }
}

// Depth-first search; a grey node met again closes a cycle.
const colour = new Map()
function visit(path, trail) {
  if (colour.get(path) === 'black' || !graph.has(path)) return
  if (colour.get(path) === 'grey') {
    problems.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`)
    return
  }
  colour.set(path, 'grey')
  for (const next of graph.get(path)) visit(next, [...trail, path])
  colour.set(path, 'black')
}
for (const path of graph.keys()) visit(path, [])

report('order', problems)
