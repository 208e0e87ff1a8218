import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const banner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

/** How fast the whole linter is, bundled as it ships: what runs the sources as they are names every function at every call. */
export async function measureLintSpeed({ data, root }: { data: string; root: string }): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kolibra-bench-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rollupOptions: { input: join(root, 'bench/lint-speed.ts'), output: { format: 'es', entryFileNames: '[name].mjs', banner } },
      },
    })
    return [execFileSync(process.execPath, [join(folder, 'lint-speed.mjs'), data, root], { encoding: 'utf8' }).trimEnd()]
  } finally {
    await rm(folder, { recursive: true })
  }
}
