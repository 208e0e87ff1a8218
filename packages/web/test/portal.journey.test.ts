import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSend, type Send } from './ask-server.ts'
import { expectAccessible, expectNoRawKeys, expectNoSideScroll } from './judge-page.ts'
import { keepPicture, listenForErrors, openContext, type Look } from './open-browser.ts'
import { openDesk, type Desk } from './open-desk.ts'
import { openSlowly } from './open-slowly.ts'
import { bringToCreators, type AtCreators } from './bring-to-creators.ts'

const PHONE: Look = { locale: 'zh-CN', colorScheme: 'light', width: 390 }

let desk: Desk
let send: Send
let at: AtCreators
let link: string
let phone: Page
const errors: string[] = []

beforeAll(async () => {
  desk = await openDesk(['--demo'])
  send = makeSend(desk.desk, desk.server.url)
  at = await bringToCreators(send)
})
afterAll(() => desk?.close())

const portalPage = async () => {
  const page = await desk.desk.newPage()
  await page.goto(`${desk.server.url}/campaigns/${at.campaignId}/portal`)
  await page.getByTestId('portal-page').waitFor()
  return page
}
const judge = async (page: Page, name: string) => {
  await keepPicture(page, `portal-${name}`)
  await expectNoSideScroll(page, name)
  await expectAccessible(page, name)
  await expectNoRawKeys(page, name)
}
interface Line {
  readonly id: string
  readonly text: { readonly zh: string }
}
interface Row {
  readonly platform: string
  readonly format: string
  readonly count: number
  readonly windowFrom: string
  readonly fixedTime: string | null
}
interface BriefVersion {
  readonly id: string
  readonly brief: { readonly deliverables: readonly Row[]; readonly mustSay: readonly Line[]; readonly mustNot: readonly Line[] }
}
interface Chain {
  readonly threads: readonly { readonly id: string }[]
  readonly links: readonly { readonly receipts: readonly { readonly device: string }[] }[]
}
const readBrief = async () => {
  const [newest] = await send<BriefVersion[]>('GET', `/campaigns/${at.campaignId}/briefs`)
  if (newest === undefined) throw new Error('the brief was sent')
  return newest
}
const readChain = async () => send<Chain>('GET', `/briefs/${(await readBrief()).id}/chain`)
const tap = (name: string | RegExp) => phone.getByRole('button', { name }).click()
const goBack = () => phone.getByRole('link', { name: /返回/ }).first().click()

describe("a creator's way through a campaign on a phone", () => {
  test('the desk makes the link, and sees that it opens on this machine only', async () => {
    const page = await portalPage()
    await page.getByText('These links open on this machine only').waitFor()
    const card = page.getByRole('article', { name: at.creatorName })
    await card.getByRole('button', { name: 'Make link' }).click()
    const message = await card.getByLabel(`Message for ${at.creatorName}`).inputValue()
    expect(message).toMatch(/接受/)
    link = message.split('\n').at(-1) ?? ''
    expect(link).toMatch(/\/c\/[\w-]{46}$/)
    await card.getByRole('button', { name: 'QR picture' }).click()
    await page
      .getByRole('dialog')
      .getByRole('img', { name: /QR code/ })
      .waitFor()
    await keepPicture(page, 'portal-desk-qr')
    await page.close()
  })

  test('the first opening leaves no token in the address; the page says whose turn it is', async () => {
    const context = await openContext(desk.browser, PHONE)
    phone = await context.newPage()
    errors.push(...listenForErrors(phone))
    await phone.goto(link)
    await phone.getByRole('heading', { level: 1, name: /Alpensee/ }).waitFor()
    expect(phone.url()).toMatch(/\/c\/[0-9a-f-]{36}$/)
    await phone.getByText('看 brief，决定接不接').first().waitFor()
    await judge(phone, 'home')
    await phone.reload()
    await phone.getByRole('heading', { level: 1, name: /Alpensee/ }).waitFor()
  })

  test('a second device is let in by the code that the desk sees', async () => {
    const other = await openContext(desk.browser, PHONE)
    const second = await other.newPage()
    await second.goto(link)
    await second.getByRole('heading', { name: '新设备验证' }).waitFor()
    const page = await portalPage()
    const told = await page.getByRole('status').filter({ hasText: 'Code for' }).innerText()
    const code = /: (\d{6}),/.exec(told)?.[1] ?? ''
    await keepPicture(page, 'portal-desk-code')
    await second.getByLabel('6 位验证码').fill(code === '000000' ? '000001' : '000000')
    await second.getByRole('button', { name: '验证', exact: true }).click()
    await second.getByRole('alert').getByText('验证码不正确').waitFor()
    await judge(second, 'code')
    await second.getByLabel('6 位验证码').fill(code)
    await second.getByRole('button', { name: /^验证/ }).click()
    await second.getByRole('heading', { level: 1, name: /Alpensee/ }).waitFor()
    await page.close()
    await other.close()
  })

  test('the brief is read in plain words', async () => {
    await phone.getByRole('link', { name: '看 brief', exact: true }).click()
    await phone.getByRole('heading', { name: '要说到的' }).waitFor()
    await judge(phone, 'brief')
  })

  test('a question stands on its line of the brief, and its answer is read there', async () => {
    const goal = phone.locator('section').filter({ has: phone.getByRole('heading', { name: '目标' }) })
    await goal.getByText('就这一条提问').click()
    await goal.getByLabel('你的问题').fill('示例：滑雪场也可以拍吗')
    await goal.getByRole('button', { name: '提交问题' }).click()
    await phone.getByText('你：示例：滑雪场也可以拍吗').waitFor()
    const { threads, links } = await readChain()
    expect(links.flatMap(({ receipts }) => receipts)).toEqual([expect.objectContaining({ device: expect.any(String) })])
    await send('POST', `/threads/${threads[0]?.id}/steps`, { move: 'answer', words: '示例：可以，注意安全' })
    await phone.reload()
    await phone.getByText('对接方：示例：可以，注意安全').waitFor()
    await judge(phone, 'question')
  })

  test('a misunderstanding is caught by the playback, corrected, and the brief is understood', async () => {
    await phone.getByRole('link', { name: '复述 brief' }).click()
    const { deliverables, mustSay, mustNot } = (await readBrief()).brief
    const rows = deliverables.filter(({ platform }) => platform === 'xiaohongshu')
    const words = mustSay.map(({ text }) => text.zh).join('\n')
    for (const [place, row] of rows.entries()) {
      const part = phone.locator('section').filter({ has: phone.getByRole('heading', { name: `第 ${place + 1} 项` }) })
      await part.getByLabel('在哪个平台发').selectOption(row.platform)
      await part.getByLabel('什么形式').selectOption(row.format)
      await part.getByLabel('几篇').fill(String(row.count + 4))
      await part.getByLabel('最早哪天发').fill(row.windowFrom)
      if (row.fixedTime !== null) await part.getByLabel('几点发').fill(row.fixedTime)
      await part.getByLabel('会讲什么').fill(words)
    }
    for (const { text } of mustNot) await phone.getByLabel(text.zh).check()
    await judge(phone, 'playback')
    await tap('提交复述')
    await phone.getByText(`${rows.length} 处和 brief 不一致`).waitFor()
    await phone
      .getByText(`你的复述：${(rows[0]?.count ?? 0) + 4}`)
      .first()
      .waitFor()
    await judge(phone, 'differences')
    for (const [place, row] of rows.entries()) await phone.getByLabel('几篇').nth(place).fill(String(row.count))
    await tap('提交复述')
    await phone.getByText('和 brief 一致').waitFor()
    await judge(phone, 'understood')
    await goBack()
    await phone.getByText('理解一致').waitFor()
  })

  test('one post is accepted, and an own idea proposed', async () => {
    await phone
      .getByRole('link', { name: /轮到你/ })
      .first()
      .click()
    await phone.getByRole('button', { name: '接受' }).waitFor()
    await judge(phone, 'answer')
    await tap('接受')
    await phone.getByText('写初稿并提交').first().waitFor()
    await phone.getByText('提一个自己的想法').click()
    await phone.getByLabel('你的想法').fill('示例：在滑雪场试用')
    await phone.getByRole('button', { name: '提交', exact: true }).first().click()
    await phone.getByText('等回复').waitFor()
  })

  test('a draft is checked while it is written, stays on the phone, and is sent', async () => {
    const text = phone.getByLabel('正文 / 口播稿')
    await text.fill('国家级配方的面霜，我用了两周。')
    await phone.locator('mark').filter({ hasText: '国家级' }).first().waitFor()
    await judge(phone, 'draft')
    await phone.reload()
    await expect.poll(() => text.inputValue()).toContain('国家级')
    await text.fill('广告\n换季脸有点干，这瓶面霜我用了两周，脸颊不再发紧。')
    await phone.getByLabel('我真实用过这个产品').selectOption('true')
    await phone.getByLabel('广告标识').fill('广告')
    await phone.getByLabel('AI 使用').selectOption('none')
    await tap('提交稿子')
    await phone.getByText('稿子审核中').first().waitFor()
    await phone
      .getByText(/第 1 版/)
      .first()
      .waitFor()
  })

  test('a revision that asks for more than the brief is refused by its field', async () => {
    await send('POST', `/deliverables/${at.postId}/reviews`, { move: 'request_changes', note: '示例：再补拍一组滑雪镜头' })
    await phone.reload()
    await phone.getByText('示例：再补拍一组滑雪镜头').waitFor()
    await phone.getByText('超出 brief，拒绝修改').click()
    await phone.getByLabel('超出的是哪一项').selectOption('posting_time')
    await phone.getByText('brief 没有规定发布时间').waitFor()
    await phone.getByLabel('说明').fill('示例：brief 里没有这一组')
    await judge(phone, 'refuse')
    await tap('确认拒绝')
    await phone.getByText('稿子审核中').first().waitFor()
    const page = await portalPage()
    await page.getByText('Refuses a revision').waitFor()
    await keepPicture(page, 'portal-desk')
    await page.close()
  })

  test('the live link is reported once the rules let it pass', async () => {
    await at.approve()
    await phone.reload()
    await phone.getByLabel('发布后的链接').fill('我发布了一篇笔记，快来看 https://www.xiaohongshu.com/explore/example，复制打开')
    await judge(phone, 'live')
    await tap('提交链接')
    await phone.getByText('上传数据').first().waitFor()
    const png = Buffer.from('89504e470d0a1a0a00', 'hex')
    await phone.getByLabel('上传数据截图').setInputFiles({ name: '数据.png', mimeType: 'image/png', buffer: png })
    await phone.getByText('数据.png').waitFor()
    await phone.getByLabel('上传导出表格').setInputFiles({ name: '页.html', mimeType: 'text/html', buffer: Buffer.from('<html>') })
    await phone.getByRole('alert').waitFor()
    await judge(phone, 'numbers')
  })

  test('what is held is told, and its erasure asked for', async () => {
    await goBack()
    await phone.getByRole('link', { name: '我的数据' }).click()
    await phone.getByText('账号数据记录').waitFor()
    await phone.getByText('要求删除我的数据').click()
    await judge(phone, 'held')
    await tap('确认要求删除')
    await phone.getByText('已提交删除要求，等对接方处理。').waitFor()
    expect(errors).toEqual([])
  })

  test('another creator declines and says why', async () => {
    const other = await openContext(desk.browser, PHONE)
    const second = await other.newPage()
    await second.goto(await at.makeLinkOf(1))
    await second
      .getByRole('link', { name: /轮到你/ })
      .first()
      .click()
    await second.getByRole('button', { name: '不接' }).click()
    await second.getByLabel('不接的原因').fill('示例：档期冲突')
    await second.getByRole('button', { name: '确认不接' }).click()
    await second.getByText('你已拒绝，等对接方回复').first().waitFor()
    await other.close()
  })

  test('taken back, the link opens nothing', async () => {
    await send('POST', `/creator-links/${/\/c\/([0-9a-f-]{36})/.exec(phone.url())?.[1]}/revocations`)
    await phone.goto(link)
    await phone.getByRole('alert').getByText('此链接已失效').waitFor()
    await judge(phone, 'ended')
  })
})

const LOOKS: readonly Look[] = [
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1280 },
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'en-GB', colorScheme: 'dark', width: 390 },
]

describe.each(LOOKS)("the desk's page and the creators' pages in $locale, $colorScheme, $width px", (look) => {
  test('can be read by everybody', async () => {
    const where = `${look.locale}-${look.colorScheme}-${look.width}`
    const context = await openContext(desk.browser, look, desk.desk)
    const page = await context.newPage()
    await page.goto(`${desk.server.url}/campaigns/${at.campaignId}/portal`)
    await page.getByTestId('portal-page').waitFor()
    await keepPicture(page, `portal-desk-${where}`)
    await expectNoSideScroll(page, where)
    await expectAccessible(page, where)
    await page.goto(await at.makeLinkOf(2))
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (look.locale === 'en-GB') await page.getByRole('button', { name: 'English' }).click()
    for (const screen of ['', '#brief', '#playback', '#held']) {
      await page.evaluate((hash) => location.assign(hash === '' ? '#' : hash), screen)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await keepPicture(page, `portal-creator-${where}${screen}`)
      await expectNoSideScroll(page, `${where}${screen}`)
      await expectAccessible(page, `${where}${screen}`)
    }
    await context.close()
  })
})

test('on a slow network the first view is light and can be used', async () => {
  const context = await openContext(desk.browser, PHONE)
  const { bytes } = await openSlowly(context, await at.makeLinkOf(2))
  expect(bytes).toBeLessThan(150_000)
  await context.close()
})
