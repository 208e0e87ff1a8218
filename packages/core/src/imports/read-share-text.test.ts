import { describe, expect, test } from 'vitest'
import { readShareText, type ShareText } from './index.ts'

const XHS = '5ff0e6410000000001008400'
const SEC = 'MS4wLjABAAAAdemodemodemodemodemodemo_demo-demo'

/** Invented people in texts of the apps' own form. */
const READ: readonly (readonly [string, Partial<ShareText>])[] = [
  [`https://www.xiaohongshu.com/user/profile/${XHS}`, { platform: 'xiaohongshu', accountId: XHS, idFrom: 'profile link' }],
  [`https://www.xiaohongshu.com/user/profile/${XHS}?xhsshare=CopyLink&appuid=1`, { accountId: XHS }],
  [`www.xiaohongshu.com/user/profile/${XHS.toUpperCase()}`, { accountId: XHS }],
  [`HTTPS://WWW.XIAOHONGSHU.COM/user/profile/${XHS}/`, { platform: 'xiaohongshu', accountId: XHS }],
  [
    `@示例小鹿 在小红书收获了1.2万次赞与收藏，查看Ta的主页>> https://www.xiaohongshu.com/user/profile/${XHS}`,
    { accountId: XHS, displayName: '示例小鹿' },
  ],
  [
    '12 示例小鹿发布了一篇小红书笔记，快来看看吧！ 😆 AbCdEf 😆 http://xhslink.com/a/Demo123，复制本条信息，打开【小红书】App查看精彩内容！',
    { platform: 'xiaohongshu', displayName: '示例小鹿', link: 'http://xhslink.com/a/Demo123', accountId: null, isPostLink: true },
  ],
  [
    `【秋冬护肤 - 示例小鹿 | 小红书 - 你的生活兴趣社区】 😆 Demo 😆 https://www.xiaohongshu.com/discovery/item/${XHS}`,
    { displayName: '示例小鹿', isPostLink: true, accountId: null },
  ],
  [`https://www.xiaohongshu.com/explore/${XHS}`, { isPostLink: true, accountId: null, idFrom: null }],
  ['小红书号：demo_lulu88', { platform: 'xiaohongshu', accountId: 'demo_lulu88', handle: 'demo_lulu88', idFrom: 'handle', link: null }],
  [
    '示例小鹿 小红书号:94512345678 http://xhslink.com/m/Demo',
    { accountId: '94512345678', idFrom: 'handle', link: 'http://xhslink.com/m/Demo' },
  ],
  ['红书号 demo.lulu', { platform: 'xiaohongshu', handle: 'demo.lulu' }],
  [
    '7.43 复制打开抖音，看看【示例阿梨的作品】秋冬底妆分享 # 护肤 https://v.douyin.com/iDemo12/ 08/12 q@R.kp :3pm',
    {
      platform: 'douyin',
      displayName: '示例阿梨',
      link: 'https://v.douyin.com/iDemo12/',
      accountId: null,
      idFrom: null,
      isPostLink: true,
    },
  ],
  [
    '0.53 复制打开抖音，看看【示例阿梨的图文作品】… https://v.douyin.com/i-De_mo/',
    { displayName: '示例阿梨', accountId: null, isPostLink: true },
  ],
  [
    '8- 长按复制此条消息，打开抖音搜索，查看TA的更多作品。 https://v.douyin.com/iDemo/ 6@8.com',
    { platform: 'douyin', displayName: null, idFrom: 'short link' },
  ],
  [`https://www.douyin.com/user/${SEC}?from_tab_name=main`, { platform: 'douyin', accountId: `sec_uid:${SEC}`, idFrom: 'profile link' }],
  [`https://www.iesdouyin.com/share/user/${SEC}`, { accountId: `sec_uid:${SEC}` }],
  ['https://www.iesdouyin.com/share/user/98000000001', { accountId: '98000000001' }],
  ['https://www.douyin.com/video/7301234567890123456', { platform: 'douyin', isPostLink: true, accountId: null }],
  ['抖音号：demo.ali', { platform: 'douyin', accountId: 'demo.ali', idFrom: 'handle' }],
  ['抖音号: 20261126 （示例阿梨）', { platform: 'douyin', handle: '20261126' }],
  ['https://www.kuaishou.com/profile/3xdemo99', { platform: 'kuaishou', accountId: '3xdemo99' }],
  ['https://live.kuaishou.com/u/demo_ks', { platform: 'kuaishou', accountId: 'demo_ks' }],
  [
    'https://v.kuaishou.com/Demo9 示例大山 发了一个快手作品，一起来看！ 复制此链接，打开【快手】直接观看！',
    { platform: 'kuaishou', accountId: null, isPostLink: true },
  ],
  ['看看【示例大山】的直播，打开【快手】App', { platform: 'kuaishou', displayName: '示例大山', accountId: null, link: null }],
  ['快手号：demoks66', { platform: 'kuaishou', accountId: 'demoks66' }],
  ['https://www.kuaishou.com/short-video/3xdemo', { platform: 'kuaishou', isPostLink: true }],
  ['https://space.bilibili.com/1234567', { platform: 'bilibili', accountId: '1234567', idFrom: 'profile link' }],
  ['https://space.bilibili.com/1234567/video?tid=0', { accountId: '1234567' }],
  ['https://m.bilibili.com/space/1234567', { platform: 'bilibili', accountId: '1234567' }],
  [
    '【示例阿木的个人空间-哔哩哔哩】 https://b23.tv/DemoAb',
    { platform: 'bilibili', displayName: '示例阿木', accountId: 'link:b23.tv/DemoAb', isPostLink: false },
  ],
  ['【一镜到底的厨房-哔哩哔哩】 https://b23.tv/DemoCd', { platform: 'bilibili', displayName: null, accountId: null, isPostLink: true }],
  ['http://xhslink.com/m/DemoUser', { accountId: 'link:xhslink.com/m/DemoUser', idFrom: 'short link', isPostLink: false }],
  ['示例小鹿发布了一篇小红书笔记 小红书号:94512345678 http://xhslink.com/a/Demo', { accountId: '94512345678', isPostLink: true }],
  ['https://www.bilibili.com/video/BV1demo4y1x7', { platform: 'bilibili', isPostLink: true }],
  ['https://weibo.com/u/1234567890', { platform: 'weibo', accountId: '1234567890' }],
  ['https://m.weibo.cn/profile/1234567890', { platform: 'weibo', accountId: '1234567890' }],
  ['https://weibo.com/1234567890', { platform: 'weibo', accountId: '1234567890' }],
  ['https://weibo.com/1234567890/Demo1abcd', { platform: 'weibo', isPostLink: true, accountId: null }],
  ['@示例阿雪：今天下雪 http://t.cn/A6demo', { platform: 'weibo', displayName: '示例阿雪', accountId: 'link:t.cn/A6demo' }],
  ['https://www.zhihu.com/people/demo-zhihu', { platform: 'zhihu', accountId: 'demo-zhihu', idFrom: 'handle', handle: 'demo-zhihu' }],
  [`两个链接：https://example.com/a 和 https://space.bilibili.com/42`, { platform: 'bilibili', accountId: '42' }],
  ['（https://v.douyin.com/iDemo）', { link: 'https://v.douyin.com/iDemo' }],
]

/** Nothing is guessed from texts that only look alike. */
const UNREAD: readonly (readonly [string, string])[] = [
  ['', 'nothing'],
  ['   \n', 'blanks'],
  ['示例小鹿', 'a name alone'],
  ['https://example.com/user/profile/5ff0e6410000000001008400', 'another site'],
  ['https://evil.example/xiaohongshu.com/user/profile/5ff0e6410000000001008400', 'another site that mentions it'],
  ['https://xiaohongshu.com.evil.example/user/profile/5ff0e6410000000001008400', 'a host that only begins so'],
  ['https://notdouyin.com/user/MS4wLjABAAAAdemodemodemodemodemodemo', 'a host that only ends so'],
  ['https://www.xiaohongshu.com/user/profile/123', 'a profile without a whole id'],
  ['https://space.bilibili.com/', 'a space of nobody'],
  ['粉丝 1.2万，报价 3000', 'numbers'],
  ['javascript:alert(1)', 'a script'],
]

describe('readShareText', () => {
  test.each(READ)('%s', (text, expected) => expect(readShareText(text)).toMatchObject(expected))

  test.each(UNREAD)('%j is unread: %s', (text) => expect(readShareText(text)).toBeNull())

  test('the app’s own name is nobody’s', () =>
    expect(readShareText('复制本条信息，打开【小红书】App查看 http://xhslink.com/a/Demo')?.displayName).toBeNull())

  test('the same link with and without its last slash is one account', () => {
    const [one, two] = ['https://v.douyin.com/iDemo/', 'https://v.douyin.com/iDemo'].map((text) => readShareText(text)?.accountId)
    expect(one).toBe(two)
  })

  test('a novel on the clipboard is read quickly', () => {
    const started = READ.length
    expect(readShareText(`${'@'.repeat(200_000)}${'【'.repeat(200_000)}`)).toBeNull()
    expect(started).toBeGreaterThanOrEqual(40)
  })
})
