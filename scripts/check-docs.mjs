// Documents are true: links lead somewhere, every export of a capability's door is documented.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { listSources, report, root } from './source-files.mjs'

const problems = []
const SKIP = new Set(['node_modules', 'dist', 'data', '.git'])

function listDocuments(folder = '.') {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = normalize(join(folder, name))
    if (SKIP.has(name)) return []
    if (statSync(join(root, path)).isDirectory()) return listDocuments(path)
    return name.endsWith('.md') ? [path] : []
  })
}

function checkLinks(path) {
  const text = readFileSync(join(root, path), 'utf8')
  for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
    if (/^[a-z]+:/.test(target)) continue
    const full = join(root, dirname(path), target)
    if (!existsSync(full)) problems.push(`${path}: link to ${target}, which does not exist`)
  }
}

const NAMED = /export \{([^}]*)\} from '(\.\/[^']+)'/g
const STAR = /export \* from '(\.\/[^']+)'/g
const DECLARED = /^export (?:async )?(?:function\*?|const|class|interface|type) ([A-Za-z0-9_]+)/

// Wire shapes named after what they hold (`fooSchema` and its inferred type) are documented by the schema's own name.
const isSelfNamed = (line) => /= z\.infer<|= z\.input</.test(line) || /^export const \w+Schema\b/.test(line)

function checkDoor(path) {
  const text = readFileSync(join(root, path), 'utf8')
  for (const [, list, from] of text.matchAll(NAMED)) {
    const names = list
      .split(',')
      .map(
        (name) =>
          name
            .trim()
            .replace(/^type /, '')
            .split(' as ')[0],
      )
      .filter(Boolean)
    checkDeclarations(join(dirname(path), from), new Set(names))
  }
  for (const [, from] of text.matchAll(STAR)) checkDeclarations(join(dirname(path), from), null)
}

function checkDeclarations(path, names) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n')
  for (const [index, line] of lines.entries()) {
    const name = line.match(DECLARED)?.[1]
    if (name === undefined || (names && !names.has(name)) || isSelfNamed(line)) continue
    const before = lines[index - 1] ?? ''
    if (!before.trim().endsWith('*/')) problems.push(`${path}:${index + 1}: export ${name} has no doc comment`)
  }
}

listDocuments().forEach(checkLinks)
listSources()
  .filter((path) => /^packages\/(core|files)\/src\/[^/]+\/index\.ts$/.test(path))
  .forEach(checkDoor)
for (const name of ['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'STYLE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE']) {
  if (!existsSync(join(root, name))) problems.push(`${relative(root, join(root, name))} is missing`)
}
report('documents', problems)
