// Type-checks each package in its own environment, then all tests together. What the last run found out is kept beside
// node_modules, so that only what changed since is checked again.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const projects = ['core', 'files', 'server', 'web', 'cli'].map((name) => `packages/${name}/tsconfig.json`)
let failed = false
for (const project of [...projects, 'tsconfig.tests.json']) {
  const kept = join('node_modules/.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`)
  const { status } = spawnSync('npx', ['tsc', '-p', project, '--incremental', '--tsBuildInfoFile', kept], { cwd: root, stdio: 'inherit' })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
