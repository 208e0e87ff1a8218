// Lists the TypeScript sources the checks look at.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Left to right: a capability imports only capabilities to its left. */
export const CAPABILITIES = [
  'shared',
  'accounts',
  'compliance',
  'imports',
  'creators',
  'campaigns',
  'briefs',
  'planning',
  'selection',
  'content',
  'monitoring',
  'attribution',
  'gates',
  'portal',
  'reports',
]

export function listSources(folder = 'packages') {
  const full = join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full)
    .sort()
    .flatMap((name) => {
      if (name === 'node_modules' || name === 'dist') return []
      const path = join(full, name)
      if (statSync(path).isDirectory()) return listSources(relative(root, path))
      return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [relative(root, path)] : []
    })
}

export const isTest = (path) => /\.test\.tsx?$/.test(path) || path.includes('/test/')

/** Prints problems and ends the process with 1 when there are any. */
export function report(title, problems) {
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  if (problems.length > 0) {
    process.stdout.write(`${title}: ${problems.length} problem${problems.length === 1 ? '' : 's'}\n`)
    process.exit(1)
  }
}
