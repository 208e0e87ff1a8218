import { describe, expect, test } from 'vitest'
import { testRule } from '../../test/compliance/rule-tester.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { lint, type ContentFacts } from './index.ts'

const rulebook = openShippedRulebook()
const AT = '2026-11-22'
const judge = (facts: Partial<ContentFacts>) => {
  const { findings, exemptions } = lint({ id: 'd', text: '', ...facts }, rulebook, { at: AT })
  return { fired: findings.map(({ ruleId }) => ruleId), exempted: exemptions.map(({ ruleId }) => ruleId) }
}
const approval = (reference: string) => ({ evidence: [{ kind: 'approval' as const, reference }] })

testRule(rulebook, 'ad-law.art37', {
  pass: [
    { text: '大麻纤维面料透气。', why: 'nobody offers the plant' },
    { text: '不卖仿真枪，只卖积木。', why: 'negated' },
    { text: '海关查获象牙一批。', why: 'news' },
  ],
  flag: ['象牙手串有货，包邮', '代开发票，私信', { text: '代孕套餐优惠', spans: ['代孕'] }],
})

testRule(rulebook, 'ad-law.art40-2', {
  pass: [
    { text: '让妈妈歇一歇，爸爸来做饭。', why: 'nothing to buy' },
    { text: '求购二手童车。', why: 'a parent asks' },
  ],
  flag: [{ text: '快让爸妈买给你，让爸妈给你买！', spans: ['让爸妈买', '让爸妈给你买'] }, '不买就哭，他们会心软'],
})

testRule(rulebook, 'ad-law.art28', {
  pass: [
    { text: '不得编造数据。', why: 'negated' },
    { text: '小说里的虚构案例。', facts: { format: 'article' }, at: '2015-08-31', why: 'before the law of 2015' },
  ],
  flag: ['伪造证书也行', '写个感人的用户故事', { text: '没有数据就编', spans: ['没有数据就编'] }],
})

testRule(rulebook, 'guide.cit.08', {
  pass: [
    { text: '图片来源：网络。', why: 'a picture is no proof' },
    { text: '据示例大学2025年报告第3页。', why: 'somebody can look it up' },
  ],
  flag: ['数据来自互联网', '据国外机构研究', '某大学研究表明'],
})

testRule(rulebook, 'guide.cit.09', {
  pass: [
    { text: '满意度98%，样本200名用户。', why: 'the sample is told' },
    { text: '用户反馈很好。', why: 'no share' },
  ],
  flag: ['95%的用户反馈有效', '九成的妈妈认可'],
})

testRule(rulebook, 'tpd.art05', {
  pass: [
    { text: '体温计。请仔细阅读产品说明书或者在医务人员的指导下购买和使用', facts: { category: 'medical_device', commissioned: true } },
    { text: '体温计。', facts: { category: 'medical_device' }, why: 'nobody said that it is an ad: a question' },
  ],
  flag: [
    { text: '体温计。', facts: { category: 'medical_device', commissioned: true } },
    { text: '止咳糖浆。', facts: { category: 'drug', commissioned: true } },
  ],
})

testRule(rulebook, 'price.art18', {
  pass: [
    { text: '这双鞋有收藏价值，送朋友也好。', facts: { evidence: [{ kind: 'price', reference: '页面' }] }, why: 'proof is there' },
    { text: '下单送价值39元的杯子。', why: 'not known whether there is proof: a question' },
  ],
  flag: [{ text: '送价值99元小样', facts: { evidence: [] } }, '拍一送精美礼品'],
})

testRule(rulebook, 'mrg.08', {
  pass: [
    { text: '科普：拔牙后吃什么。', facts: { purchasePathKind: 'none' }, why: 'nothing is sold' },
    { text: '优惠体检开始报名。', why: 'no science; other rules speak' },
  ],
  flag: ['科普种植牙，我们的进口设备更稳', { text: '医生提醒：早筛早治，套餐在橱窗', facts: { purchasePath: true } }],
})

testRule(rulebook, 'fin26.art18', {
  pass: [
    { text: '改名叫小鹿。', why: 'no finance word' },
    { text: '昵称含基金字样。', facts: { account: 'bank' }, why: 'a licensed institution' },
    { text: '昵称含基金字样。', at: '2026-09-29', why: 'the day before' },
  ],
  flag: [{ text: '昵称含基金字样。', at: '2026-09-30' }, '网名“股神小王”'],
})

testRule(rulebook, 'food.gb7718', {
  pass: [{ text: '零添加酱油。', at: '2027-03-15', why: 'the day before' }],
  flag: [{ text: '零添加酱油。', at: '2027-03-16', spans: ['零添加'] }],
})

testRule(rulebook, 'aucl19.art11', {
  pass: [{ text: '同行都是骗子。', at: '2025-10-15', why: 'the new law has begun' }],
  flag: [{ text: '同行都是骗子。', at: '2025-10-14' }],
})

testRule(rulebook, 'sym.anthem08', {
  pass: [
    { text: '升旗仪式唱国歌。', why: 'nothing is sold' },
    { text: '国歌的历史。', why: 'a story' },
  ],
  flag: ['国歌当bgm，品牌新片'],
})

test('one fault is told by the laws that are about it, not by all that mention it', () => {
  const told = (text: string) => judge({ text, category: 'general' }).fired
  expect(told('好评返现。').sort()).toEqual(['aucl25.art09', 'nuc.art09'])
  expect(told('刷榜到类目第一。')).toContain('nuc.art08')
  expect(told('虚构订单冲榜。')).toContain('ecl.art17')
})

describe('what one law frees, its neighbours do not catch', () => {
  test('a brand on its own account need not be marked, whichever rule asks', () => {
    const unmarked = { text: '三款新品测评。', commission: 'fee', label: 'none', purchasePathKind: 'platform_shop' } as const
    expect(judge({ ...unmarked, account: 'creator' }).fired).toEqual(expect.arrayContaining(['iam.art09-3', 'guide.idf.10']))
    const own = judge({ ...unmarked, account: 'brand' })
    expect(own.fired).not.toContain('guide.idf.10')
    expect(own.exempted).toContain('guide.idf.08')
  })

  test('the product name alone needs no approval; one word more does', () => {
    const product = { name: '示例牌体温计' }
    const named: Partial<ContentFacts> = { category: 'medical_device', commissioned: true, account: 'brand', evidence: [], product }
    const gates = ['tpd.art02', 'tpd.art05', 'tpd.art09', 'iam.art07', 'dev.art60']
    const alone = judge({ ...named, text: '示例牌体温计' })
    expect(alone.exempted).toContain('tpd.art23')
    expect(alone.fired.filter((id) => gates.includes(id))).toEqual([])
    expect(judge({ ...named, text: '示例牌体温计，准' }).fired).toEqual(expect.arrayContaining(gates))
    expect(judge({ ...named, text: '示例牌体温计', title: '准' }).fired).toEqual(expect.arrayContaining(gates))
  })

  test.each([
    ['drug', 'drug.art89', '示例药广审2026-1'],
    ['medical_device', 'dev.art60', '示例械广审2026-1'],
    ['fsmp', 'fsl.art80', '示例特食广审2026-1'],
    ['health_food', 'fsl.art78', '示例食健广审2026-1'],
    ['agriculture', 'ad-law.art46', '示例农广审2026-1'],
  ] as const)('%s waits for its approval: unknown is a question, absent blocks, given passes', (category, id, reference) => {
    const ad = { text: '上新。本品不能代替药物。', category, commissioned: true } as const
    expect(judge(ad).fired).not.toContain(id)
    expect(judge({ ...ad, evidence: [] }).fired).toContain(id)
    expect(judge({ ...ad, ...approval(reference) }).fired).not.toContain(id)
    expect(judge({ ...ad, evidence: [], commissioned: false }).fired).not.toContain(id)
  })

  test.each(['cosmetics', 'health_food', 'alcohol', 'game', 'medical_aesthetic'] as const)('%s is kept from minors’ media', (category) => {
    const ad = { text: '上新。', category, commissioned: true } as const
    expect(judge({ ...ad, aimedAtMinors: true }).fired).toContain('iam.art12')
    expect(judge({ ...ad, aimedAtMinors: false }).fired).not.toContain('iam.art12')
    expect(judge(ad).fired).not.toContain('iam.art12')
  })
})
