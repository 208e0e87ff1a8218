import type { BrowserContext } from 'playwright-core'

/** A middling 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
/** How many times slower than this machine's the processor of the phone is. */
const SLOWER = 4

/** Opens a creator's link on a slow phone: what was loaded, and after how long the next task could be tapped. */
export async function openSlowly(context: BrowserContext, link: string): Promise<{ bytes: number; elapsedMs: number }> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const startedMs = performance.now()
  await page.goto(link)
  await page
    .getByRole('link', { name: /轮到你/ })
    .first()
    .waitFor()
  const elapsedMs = performance.now() - startedMs
  await page.close()
  return { bytes, elapsedMs }
}
