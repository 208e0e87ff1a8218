import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { makeSend } from '../packages/web/test/ask-server.ts'
import { bringToCreators } from '../packages/web/test/bring-to-creators.ts'
import { openContext } from '../packages/web/test/open-browser.ts'
import { openDesk } from '../packages/web/test/open-desk.ts'
import { openSlowly } from '../packages/web/test/open-slowly.ts'

const LARGEST_BYTES = 150_000
const PROMISED_MS = 2000
const TIMES = 3

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
    `usable on 1.6 Mbit/s, 150 ms there and back, a processor four times slower: ${await openOften()} ms of ${PROMISED_MS}`,
  ]
}

/** How long a creator waits who opens the link of the message for the first time, each time in a browser without a cache. */
async function openOften(): Promise<string> {
  const { browser, desk, server, close } = await openDesk(['--demo'])
  const waits: number[] = []
  try {
    const at = await bringToCreators(makeSend(desk, server.url))
    for (let time = 0; time < TIMES; time += 1) {
      const context = await openContext(browser, { locale: 'zh-CN', colorScheme: 'light', width: 390 })
      waits.push((await openSlowly(context, await at.makeLinkOf(2))).elapsedMs)
      await context.close()
    }
  } finally {
    await close()
  }
  return waits.map(Math.round).join(', ')
}
