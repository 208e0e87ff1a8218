import { describe, expect, test } from 'vitest'
import { lint, type ContentFacts } from './index.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const rulebook = openShippedRulebook()
const seeding: Partial<ContentFacts> = { text: '用了两周，链接在橱窗。', commission: 'affiliate', label: 'none', account: 'creator' }
const falseSales: Partial<ContentFacts> = { text: '虚构销量十万件。', account: 'brand' }
const douyinLive: Partial<ContentFacts> = {
  text: '今晚直播。',
  platform: 'douyin',
  format: 'live',
  links: ['https://item.taobao.com/item.htm?id=1'],
  filing: 'none',
}
const filedLive: Partial<ContentFacts> = { ...douyinLive, filing: { channel: 'xingtu', reference: 'X-1' } }
const otc: Partial<ContentFacts> = { text: '感冒药空盒记录。', platform: 'xiaohongshu', category: 'drug', account: 'creator' }
const fund: Partial<ContentFacts> = {
  text: '聊聊我持有的这只基金。',
  category: 'finance',
  account: 'creator',
  commission: 'fee',
  label: '广告',
}
const shelf: Partial<ContentFacts> = { text: '旧注册的美乳霜，柜台有售。', category: 'cosmetics' }
const breast: Partial<ContentFacts> = { text: '丰胸霜，涂着有感觉。', category: 'cosmetics' }
const weibo: Partial<ContentFacts> = { text: '新品上市。', platform: 'weibo', commission: 'fee', filing: 'none', label: '广告' }
const video: Partial<ContentFacts> = { text: '新视频。', platform: 'douyin', format: 'video', platformStatement: 'none' }
const rotating: Partial<ContentFacts> = { text: 'H5页面多域名轮换域名。', platform: 'wechat_oa' }

// Day, situation, which rules must speak, which must not.
const CASES: readonly (readonly [string, Partial<ContentFacts>, readonly string[], readonly string[]])[] = [
  ['2023-04-30', seeding, ['iam2016'], ['iam.art09-3']],
  ['2023-05-01', seeding, ['iam.art09-3'], ['iam2016']],
  ['2025-10-14', falseSales, ['aucl19.art08'], ['aucl25.art09']],
  ['2025-10-15', falseSales, ['aucl25.art09'], ['aucl19.art08']],
  ['2020-09-05', douyinLive, ['dy.2020.fee'], ['dy.2020.xingtu', 'dy.2020.ban']],
  ['2020-09-06', douyinLive, ['dy.2020.xingtu'], ['dy.2020.ban']],
  ['2020-10-09', filedLive, ['dy.2020.ban'], ['dy.2020.xingtu']],
  ['2026-02-09', otc, [], ['xhs.2026.banned']],
  ['2026-02-10', otc, ['xhs.2026.banned'], []],
  ['2026-09-29', fund, [], ['fin26.who']],
  ['2026-09-30', fund, ['fin26.who'], []],
  ['2025-12-31', shelf, ['cos.art78'], ['cos.post-transition']],
  ['2026-01-01', breast, ['cos.post-transition'], ['cos.art78']],
  ['2018-11-21', weibo, ['weibo.2017.kol'], ['weibo.2018.filing']],
  ['2018-11-22', weibo, ['weibo.2018.filing'], ['weibo.2017.kol']],
  ['2026-05-11', video, [], ['sv.label2026']],
  ['2026-05-12', video, ['sv.label2026'], []],
  ['2025-10-22', rotating, ['wx.2019.links'], ['wx.2025.links']],
  ['2025-10-23', rotating, ['wx.2025.links'], ['wx.2019.links']],
]

describe('rules change on their day', () => {
  test.each(CASES)('%s %j', (publishAt, facts, ...[spoken, silent]) => {
    const item = lint({ id: 'd', text: '', ...facts, publishAt }, rulebook, { at: '2026-11-22' })
    const fired = item.findings.map(({ ruleId }) => ruleId)
    expect(fired).toEqual(expect.arrayContaining([...spoken]))
    for (const id of silent) expect(fired).not.toContain(id)
  })
})
