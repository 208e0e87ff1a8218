import type { BrowserContext } from 'playwright-core'
import { importText, keepDocument, makeSend, type Send } from './ask-server.ts'
import { fillTalk } from './fill-talk.ts'
import { chooseFor, workWith } from './fill-work.ts'

const ACCOUNT_ID = '5f00aa11bb22cc33dd44ee55'
const HANDLE = '9000000017'
const NAME = '示例·山茶成分课'
const DAY_MS = 86_400_000
const FIRST_DAY = Date.parse('2026-08-01T04:00:00Z')

const dayAfter = (days: number) => new Date(FIRST_DAY + days * DAY_MS).toISOString()

/** Thirty invented posts, every third one paid for; the paid ones are read less. */
function inventPosts() {
  return Array.from({ length: 30 }, (_, place) => {
    const sponsored = place % 3 === 0
    const views = Math.round((sponsored ? 18_000 : 32_000) * (1 + 0.35 * Math.sin(place * 1.7)))
    return {
      postId: `64f0aa11bb22cc33dd44${String(1000 + place)}`,
      publishedAt: dayAfter(place * 3.7),
      sponsored,
      views,
      likes: Math.round(views * 0.041),
      comments: Math.round(views * 0.006),
      shares: Math.round(views * 0.003),
      saves: Math.round(views * 0.019),
      observedAt: '2026-11-20T04:00:00Z',
    }
  })
}

/** An invented account of which everything is known that a page can show. */
const account = () => ({
  platform: 'xiaohongshu',
  accountId: ACCOUNT_ID,
  handle: HANDLE,
  displayName: NAME,
  followers: 186_400,
  categories: ['护肤', '成分科普', '敏感肌'],
  region: '上海',
  mcn: '示例·山茶文化',
  verification: '示例认证·护肤博主',
  person: { gender: 'female', ageBand: '25-34', languages: ['zh'] },
  commerce: { ownShop: true, level: 'L4', liveGmvRange: [500_000, 1_000_000] },
  community: { leads: true, kind: '示例·粉丝群', size: 1200 },
  actsAs: ['influencer'],
  audience: {
    gender: { female: 0.912, male: 0.088 },
    age: { '<18': 0.041, '18-24': 0.327, '25-34': 0.486, '35-44': 0.112, '>44': 0.034 },
    cityTier: { 一线: 0.284, 新一线: 0.253, 二线: 0.201, 三线: 0.142, 四线: 0.078, 五线: 0.042 },
    province: { 上海: 0.174, 浙江: 0.132, 江苏: 0.118, 广东: 0.105, 北京: 0.092, 四川: 0.061, 山东: 0.047, 湖北: 0.039 },
    basis: 'followers',
    n: 12_480,
  },
  quotes: [
    {
      format: 'image_note',
      listFen: 1_680_000,
      netFen: 1_260_000,
      rebate: 0.25,
      platformFee: 0.1,
      taxFen: 75_600,
      slotFeeFen: 0,
      commissionShare: 0.2,
      gifts: '示例·面霜两瓶',
      perThousandPlaysFen: 42_000,
      filed: true,
      validUntil: '2026-12-31',
      source: 'agency.list',
      observedAt: '2026-11-18T04:00:00Z',
    },
    { ...BLANK_QUOTE, format: 'image_note', listFen: 1_500_000, filed: true, validUntil: '2026-09-30', observedAt: '2026-08-18T04:00:00Z' },
    { ...BLANK_QUOTE, format: 'video_note', listFen: 2_380_000, rebate: 0.2, filed: true, observedAt: '2026-11-18T04:00:00Z' },
    { ...BLANK_QUOTE, format: 'image_note', listFen: 980_000, filed: false, observedAt: '2026-11-18T04:00:00Z' },
  ],
  posts: inventPosts(),
})

const BLANK_QUOTE = {
  netFen: null,
  rebate: null,
  platformFee: null,
  taxFen: null,
  slotFeeFen: null,
  commissionShare: null,
  gifts: null,
  perThousandPlaysFen: null,
  validUntil: null,
  source: 'agency.list',
}

const HEADERS =
  '小红书昵称,小红书号,小红书链接,地区,机构,数据更新至,粉丝数,图文报价,视频报价,合作笔记数,预估阅读单价_图文,日常_阅读中位数,日常_互动中位数,合作_阅读中位数,合作_互动中位数,女性粉丝占比,男性粉丝占比,粉丝年龄<18,粉丝年龄18-24,粉丝年龄25-34,粉丝年龄35-44,粉丝年龄>44,省份分布,活跃粉丝占比'

/** What Pugongying printed of the account on a day: followers grow, with one jump. */
function printExport(month: number): string {
  const followers = [141_200, 148_900, 152_300, 179_800, 183_100, 186_400][month] ?? 186_400
  const day = dayAfter(month * 20).slice(0, 10)
  const reads = 28_000 + 900 * month
  const link = `https://www.xiaohongshu.com/user/profile/${ACCOUNT_ID}`
  const shares = `${90 + month / 5}%,${10 - month / 5}%,4.1%,${32 + month / 4}%,48.6%,11.2%,3.4%`
  return `${HEADERS}\n${NAME},${HANDLE},${link},上海,示例·山茶文化,${day},${followers},16800,23800,${10 + month},${(16_800 / reads).toFixed(2)},${reads},1980,17600,940,${shares},上海|17.4% 浙江|13.2% 江苏|11.8% 广东|10.5% 北京|9.2%,42.64%\n`
}

/** Brings in one creator of whom all is known, another account that may be theirs, and what people of the workspace entered. Returns the id. */
export async function fillCreator(context: BrowserContext, url: string, campaignId: string): Promise<string> {
  const send = makeSend(context, url)
  const { id } = await send('POST', '/creators', account())
  for (const other of [
    { platform: 'douyin', accountId: '70000000000000017', followers: 92_300, mcn: '示例·山茶文化' },
    { platform: 'weibo', accountId: '7000000017', followers: 20_800, region: '上海' },
  ])
    await send('POST', '/creators', {
      ...other,
      displayName: NAME,
      handle: HANDLE,
      person: { gender: 'female', ageBand: null, languages: [] },
    })
  for (let month = 0; month < 6; month++) await importText(context, url, { name: `示例-蒲公英-${month}.csv`, text: printExport(month) })
  await workWith(send, campaignId, id)
  // Before it is known that another brand holds the creator, whom no later plan would take.
  await chooseFor(send, campaignId, id)
  await enterDossier(send, id)
  await keepDocument(context, url, { id, name: '示例-合同.pdf', kind: 'contract', expiresOn: '2027-03-31' })
  await keepDocument(context, url, { id, name: '示例-刊例.pdf', kind: 'rate_card', expiresOn: '2026-09-30' })
  await fillTalk(context, url, ACCOUNT_ID)
  return id
}

async function enterDossier(send: Send, id: string): Promise<void> {
  const source = '示例·经纪人微信'
  await send('POST', `/creators/${id}/notes`, { text: '示例：档期紧，建议提前三周沟通；脚本一稿即过，沟通以文字为主。' })
  await send('POST', `/creators/${id}/engagements`, {
    brand: '示例·云杉护肤',
    category: 'cosmetics',
    from: '2026-11-01',
    to: '2027-01-31',
    exclusive: true,
    source,
  })
  await send('POST', `/creators/${id}/engagements`, {
    brand: '示例·禾木彩妆',
    category: 'cosmetics',
    from: '2026-09-10',
    to: '2026-09-10',
    exclusive: false,
    source,
  })
  await send('POST', `/creators/${id}/absences`, { from: '2026-12-24', to: '2027-01-02', source })
  await send('POST', `/creators/${id}/incidents`, {
    kind: 'penalty',
    on: '2026-07-02',
    until: '2026-07-09',
    what: '示例：一篇笔记因未标注合作被限流七天。',
    source: '示例·平台通知截图',
    url: 'https://example.com/notice',
  })
  await send('PUT', `/creators/${id}/loan`, { basis: 'consent', since: '2026-08-01', until: '2027-07-31', source: '示例·授权书第三条' })
  await send('POST', `/creators/${id}/corrections`, { field: 'followers', value: 187_000 })
  await send('POST', `/creators/${id}/corrections`, { field: 'price', format: 'video_note', value: 2_200_000 })
}
