import { describe, expect, test } from 'vitest'
import { checkExamples } from './index.ts'
import { testRule } from '../../test/compliance/rule-tester.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const rulebook = openShippedRulebook()

describe('every entry of the rulebook', () => {
  test('judges its own examples as it says', () => expect(checkExamples(rulebook, '2026-11-22')).toEqual([]))
  test('there are at least 40 rules over law and six platforms', () => {
    const rules = rulebook.entries.filter((entry) => entry.kind === 'rule')
    expect(rules.length).toBeGreaterThanOrEqual(120)
    const platforms = new Set(rules.flatMap((entry) => entry.appliesTo.platforms))
    for (const platform of ['xiaohongshu', 'douyin', 'weibo', 'bilibili', 'wechat_oa', 'kuaishou'] as const)
      expect(platforms).toContain(platform)
  })
  test.each(rulebook.entries.map((entry) => entry.id))('%s carries nothing its source does not tell', (id) => {
    const entry = rulebook.entries.find((one) => one.id === id)
    expect([null, '2026-11-22', '2026-11-27']).toContain(entry?.source.checkedOn)
    expect(entry?.title.zh).not.toBe('')
    if (entry?.validFrom && entry.validTo) expect(entry.validFrom <= entry.validTo).toBe(true)
  })
})

testRule(rulebook, 'ad-law.art09-3', {
  pass: [
    '这款面霜适合干性皮肤。',
    { text: '最近我在用这款面霜。', why: '最近 only shares a character with 最佳' },
    { text: '本次活动最高可减200元。', why: 'an upper bound' },
    { text: '开盖后最好三天内喝完。', why: '最好 gives advice' },
    { text: '我最喜欢这支口红。', why: 'a feeling' },
    { text: '不是全国第一，但我喜欢。', why: 'negated' },
  ],
  flag: [
    { text: '国家级配方，最高级体验', spans: ['国家级', '最高级'] },
    { text: '國家級面霜', spans: ['國家級'] },
    { text: '😀这是最・佳面霜', spans: ['最・佳'] },
    { text: 'ＮＯ．１面霜', spans: ['ＮＯ．１'] },
    { text: '全国销量第一', spans: ['销量第一'] },
  ],
})

testRule(rulebook, 'ad-law.art17', {
  pass: [
    { text: '本品不能治疗湿疹。', why: 'negated' },
    { text: '湿疹期间请先问医生。', why: 'advice' },
    { text: '保健食品不是药物，不能代替药物治疗疾病。', why: 'mandatory text' },
    { text: '治愈系香味。', why: 'everyday speech' },
    { text: '治疗湿疹的门诊。', facts: { category: 'medical_service' }, why: 'medical services have their own article' },
  ],
  flag: [{ text: '这支面霜能治好湿疹', spans: ['治好湿疹'] }, '三天告别荨麻疹', '藥妝品牌', '消\u200b炎杀菌'],
})

testRule(rulebook, 'iam.art09-3', {
  pass: [
    { text: '好用。', facts: { commission: 'none', purchasePathKind: 'platform_shop', label: 'none' }, why: 'nobody pays' },
    { text: '好用。', facts: { commission: 'fee', purchasePathKind: 'none', label: 'none' }, why: 'no way to buy' },
    { text: '好用。', facts: { commission: 'fee', purchasePathKind: 'platform_shop' }, why: 'label unknown: a question, not a finding' },
    { text: '链接在橱窗。', facts: { commission: 'fee', label: 'none', account: 'brand' }, why: 'a seller on its own account' },
  ],
  flag: [
    { text: '收到品牌寄的扫地机，链接在小黄车。', facts: { label: '' } },
    { text: '好用。', facts: { commission: 'affiliate', purchasePathKind: 'code', label: '合作' } },
  ],
})

testRule(rulebook, 'ad-law.art38-2', {
  pass: [{ text: '推荐。', facts: { commissioned: true, creator: { age: 10 } }, why: 'ten is old enough' }],
  flag: [{ text: '推荐。', facts: { commissioned: true, creator: { age: 9 } } }, '九岁童星代言酸奶'],
})

testRule(rulebook, 'ad-law.art25', {
  pass: [
    { text: '理财产品不保本。', why: 'the disclosure itself' },
    { text: '以上不构成投资建议。', why: 'a disclaimer' },
    { text: '快乐翻倍的周末。', why: 'no money near' },
  ],
  flag: ['保本保息', '加盟奶茶店三个月回本', { text: '投资有风险，但我们稳赚不赔', spans: ['稳赚不赔'] }],
})

testRule(rulebook, 'tpd.art18', {
  pass: [{ text: '上新。', facts: { commissioned: true, product: { approvalExpiresAt: '2026-11-22' } }, why: 'its last day' }],
  flag: [{ text: '上新。', facts: { commissioned: true, product: { approvalExpiresAt: '2026-11-21' } } }],
})

testRule(rulebook, 'xhs.2026.banned', {
  pass: [
    { text: '隐形眼镜好用。', at: '2026-02-09', why: 'the day before' },
    { text: '隐形眼镜好用。', facts: { platform: 'weibo' }, why: 'another platform' },
  ],
  flag: [{ text: '隐形眼镜好用。', at: '2026-02-10' }],
})

testRule(rulebook, 'ai.art10', {
  pass: [
    { text: '手绘插画，非AI。', why: 'no AI' },
    { text: '片头字幕“本视频含AI合成语音”。', why: 'marked' },
  ],
  flag: ['裁掉AI水印再发布', { text: '新视频', facts: { aiGenerated: true, ai: { marked: false } } }],
})
