import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const LARGEST_BYTES = 150_000

/** What a creator's phone loads before the first view, as the server sends it: page, program and style, compressed. */
export async function measurePortal({ root }: { root: string }): Promise<string[]> {
  const web = join(root, 'dist/web')
  if (!existsSync(join(web, 'creator.html'))) return ['not built: npm run build']
  const page = readFileSync(join(web, 'creator.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].flatMap(([, part]) => part ?? [])
  const parts = ['creator.html', ...named]
  const sizes = parts.map((part) => ({ part, bytes: gzipSync(readFileSync(join(web, part))).length }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    ...sizes.map(({ part, bytes }) => `${part}: ${(bytes / 1000).toFixed(1)} KB compressed`),
    `first view: ${(total / 1000).toFixed(1)} KB of ${LARGEST_BYTES / 1000}`,
  ]
}
