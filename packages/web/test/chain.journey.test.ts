import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSend, type Send } from './ask-server.ts'
import { expectAccessible, expectNoSideScroll } from './judge-page.ts'
import { keepPicture, listenForErrors, openContext, type Look } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk(['--demo'])
})
afterAll(async () => desk?.close())

interface Row {
  readonly id: string
  readonly platform: string
  readonly format: string
  readonly count: number
  readonly windowFrom: string
}
interface Version {
  readonly id: string
  readonly state: string
  readonly brief: { readonly deliverables: readonly Row[]; readonly mustNot: readonly { readonly id: string }[] }
}
interface Link {
  readonly party: { readonly id: string; readonly role: string }
  readonly isAsked: boolean
  readonly revision: number
  readonly question: { readonly deliverables: readonly string[]; readonly mustNot: readonly string[] }
}
interface Judged {
  readonly gate: string
  readonly judgements: readonly {
    readonly subject: unknown
    readonly inputHash: string
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly waivable: boolean }[]
  }[]
}

const WORDS = '我会说这是阿尔本湖湖畔保湿面霜，产品由品牌寄来，属于合作，说清楚。'

/** A company of the chain with a person outside who speaks for it. */
async function addCompany(send: Send, campaignId: string, company: { role: string; name: string; person: string }): Promise<void> {
  const { role, name, person } = company
  const { items } = await send<{ items: { id: string; name: string }[] }>('POST', `/campaigns/${campaignId}/parties`, { role, name })
  const id = items.find((party) => party.name === name)?.id
  await send('POST', `/parties/${id}/members`, { userId: null, personName: person, duties: [] })
}

async function waiveAll(send: Send, campaignId: string): Promise<void> {
  const { gates } = await send<{ gates: readonly Judged[] }>('GET', `/campaigns/${campaignId}/gates`)
  for (const { gate, judgements } of gates)
    for (const { subject, inputHash, findings } of judgements)
      for (const { code } of findings.filter(({ severity, waivable }) => severity !== 'info' && waivable))
        await send('POST', `/campaigns/${campaignId}/waivers`, { gate, code, subject, inputHash, reason: '示例：同意。', evidence: '示例' })
}

/** What a party that understood everything says. */
async function playBackWell(send: Send, { id, brief }: Version, { party, question, revision }: Link): Promise<void> {
  const rows = brief.deliverables.filter((row) => question.deliverables.includes(row.id))
  const deliverables = rows.map(({ id: itemId, platform, format, count, windowFrom }) => ({
    itemId,
    platform,
    format,
    count,
    from: windowFrom,
    to: null,
    time: null,
    words: WORDS,
  }))
  const playback = { deliverables, mustNot: question.mustNot }
  await send('POST', `/briefs/${id}/playbacks`, { actingFor: { partyId: party.id }, playback, revision })
}

/** The MCN says it in Chinese, with one post more than the brief asks, and confirms nothing. */
async function misunderstand(page: Page): Promise<void> {
  const link = page.getByTestId('chain-link').filter({ hasText: '示例·湖光机构' })
  await link.getByRole('button', { name: '登记已收到 · 示例·湖光机构' }).click()
  await link.getByText(/收到（代录入）/).waitFor()
  await link.getByRole('button', { name: '录入复述 · 示例·湖光机构' }).click()
  const form = link.getByRole('form', { name: '示例·湖光机构的复述' })
  const post = form.getByRole('group', { name: '第 1 项发布' })
  await post.getByLabel('平台').selectOption({ label: '小红书' })
  await post.getByLabel('篇数').fill('3')
  await post.getByLabel('最早').fill('2026-12-20')
  await post.getByLabel('用对方自己的话：会讲什么').fill('阿尔本湖湖畔保湿面霜，2000 人实测有效')
  await expectAccessible(page, 'a playback that is entered')
  await keepPicture(page, 'chain-1-playback')
  await form.getByRole('button', { name: '保存复述' }).click()
  // The other post is not spoken of: one line, not one for each of its fields.
  await link.locator('[data-field=missing]').waitFor()
  expect(await link.locator('[data-field=count]').count()).toBe(1)
}

const LOOKS: readonly Look[] = [
  { locale: 'zh-CN', colorScheme: 'dark', width: 390 },
  { locale: 'zh-CN', colorScheme: 'light', width: 1280 },
  { locale: 'en-GB', colorScheme: 'dark', width: 1280 },
  { locale: 'en-GB', colorScheme: 'light', width: 390 },
]

test('a brief passes brand, agency, MCN and creators; what the MCN understood otherwise is caught and settled', async () => {
  const { server, browser } = desk
  const send = makeSend(desk.desk, server.url)
  const { items } = await send<{ items: { id: string }[] }>('GET', '/campaigns')
  const campaignId = items[0]?.id ?? ''
  await addCompany(send, campaignId, { role: 'mcn', name: '示例·湖光机构', person: '示例·周经纪' })
  const [version] = await send<Version[]>('GET', `/campaigns/${campaignId}/briefs`)
  if (version === undefined) throw new Error('the example has a brief')

  const english = await desk.desk.newPage()
  const errors = listenForErrors(english)
  await english.goto(`${server.url}/campaigns/${campaignId}`)
  const brief = english.getByTestId('gate-brief')
  await brief.getByRole('button', { name: 'Ask or suggest on: Goal' }).click()
  const asking = brief.getByRole('form', { name: 'Ask or suggest on: Goal' })
  await asking.getByLabel('Said by').selectOption({ label: '示例·沪上达人代理' })
  await asking.getByLabel('Words').fill('Is this about followers or about sales? (example)')
  await asking.getByRole('button', { name: 'Send' }).click()
  const thread = brief.getByTestId('thread').first()
  await thread.getByLabel('Words').fill('Followers. (example)')
  await thread.getByRole('button', { name: 'Answer' }).click()
  await thread.getByText('Question · answered').waitFor()

  await brief.getByRole('button', { name: 'Approve brief' }).click()
  await english.getByRole('dialog').getByLabel('Note').fill('微信确认（示例）')
  await english.getByRole('dialog').getByRole('button', { name: 'Approve brief' }).click()
  await brief.getByTestId('brief-state').getByText('Approved').waitFor()
  await waiveAll(send, campaignId)
  await brief.getByRole('button', { name: 'Send brief' }).click()
  await brief.getByTestId('brief-state').getByText('Sent').waitFor()

  const chinese = await openContext(browser, { locale: 'zh-CN', colorScheme: 'light', width: 1280 }, desk.desk)
  const page = await chinese.newPage()
  const errorsZh = listenForErrors(page)
  await page.goto(`${server.url}/campaigns/${campaignId}#brief`)
  await misunderstand(page)
  await page.locator('[data-code="brief.understood_otherwise"]').waitFor({ state: 'attached' })

  for (const look of LOOKS) {
    const context = await openContext(browser, look, desk.desk)
    const seen = await context.newPage()
    await seen.goto(`${server.url}/campaigns/${campaignId}`)
    await seen.getByTestId('difference').first().scrollIntoViewIfNeeded()
    const where = `chain ${look.locale} ${look.colorScheme} ${look.width}`
    await keepPicture(seen, where.replaceAll(' ', '-'))
    await expectAccessible(seen, where)
    await expectNoSideScroll(seen, where)
    await context.close()
  }

  const { links } = await send<{ links: Link[] }>('GET', `/briefs/${version.id}/chain`)
  for (const link of links.filter(({ isAsked }) => isAsked)) await playBackWell(send, version, link)
  await english.reload()
  const asked = links.filter(({ isAsked }) => isAsked).length
  await brief
    .locator('[data-stand=understood]')
    .nth(asked - 1)
    .waitFor()
  expect(await brief.locator('[data-stand=differs]').count()).toBe(0)
  expect(await english.locator('[data-code="brief.understood_otherwise"]').count()).toBe(0)
  await brief.getByTestId('brief-state').getByText('Acknowledged').waitFor()
  await brief.getByText(/Every move of this version/).click()
  await brief.getByText('understood by every creator').waitFor()
  await brief.getByRole('listitem').filter({ hasText: '示例·林审核 (entered by Owner)' }).waitFor()
  await keepPicture(english, 'chain-2-understood')

  const events = await send<{ items: { name: string }[] }>('GET', `/campaigns/${campaignId}/events`)
  const names = events.items.map(({ name }) => name)
  for (const name of [
    'thread.opened',
    'thread.answered',
    'brief.approved',
    'brief.sent',
    'brief.received',
    'brief.played_back',
    'brief.acknowledged',
  ])
    expect(names).toContain(name)
  expect(JSON.stringify(events)).not.toContain('示例')
  expect([...errors, ...errorsZh]).toEqual([])
})
