import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCreators } from './add-creators.ts'
import { AT_THE_DESK, keepPicture, listenForErrors, openBrowser, openContext } from './open-browser.ts'
import { contractCreators } from './pass-gates.ts'
import { acceptPlan, createCampaign } from './plan-campaign.ts'
import { passBrief, writeBrief } from './write-brief.ts'
import { readReport } from './read-report.ts'
import { publish, writeDraft } from './write-drafts.ts'
import { signIn, tryUsedLink } from './sign-in.ts'
import { makeDataFolder, removeDataFolder, startServer, type RunningServer } from './start-server.ts'

let folder: string
let server: RunningServer
let browser: Browser
let desk: BrowserContext
let page: Page

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServer(folder)
  browser = await openBrowser()
  desk = await openContext(browser, AT_THE_DESK)
  page = await desk.newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await removeDataFolder(folder)
})

describe('a campaign from export file to report, clicked through on the real server and database', () => {
  test('exports, creators, goal, mix, brief, draft, five gates, report', async () => {
    const errors = listenForErrors(page)
    try {
      await signIn(page, server)
      await tryUsedLink(await (await openContext(browser, AT_THE_DESK)).newPage(), server)
      await addCreators(page)
      await createCampaign(page)
      const names = await acceptPlan(page)
      await contractCreators(page, names)
      await writeBrief(page)
      await passBrief(page)
      const [note = '', video = ''] = names
      await writeDraft(page, { name: note, channel: 'pugongying' })
      await writeDraft(page, { name: video, channel: 'xingtu' })
      await publish(page, note, 'https://www.xiaohongshu.com/explore/000000000000000000000001')
      await publish(page, video, 'https://www.douyin.com/video/7000000000000000001')
      await readReport(page)
    } catch (error) {
      await keepPicture(page, 'failed')
      throw error
    }
    expect(errors).toEqual([])
  })
})
