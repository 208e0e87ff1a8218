import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { briefSchema, readBriefText, takeOver, writeBriefText, type BriefInput } from './index.ts'

const both = (zh: string, en: string) => ({ zh, en })
const full: Partial<BriefInput> = {
  languages: ['de'],
  goal: { ...both('让大家认识品牌。', 'Known.'), de: 'Bekannt werden.' },
  kpis: [{ name: 'views', target: 1000, deadline: '2027-02-01' }],
  shots: [{ weight: 'should', text: both('拍质地', 'Show the texture') }],
  links: ['https://example.com/a?b=1', { kind: 'code', value: 'LAKE10', platform: 'douyin' }],
  hashtags: ['#换季护肤'],
  assets: [{ name: '主图', reach: 'https://example.com/a' }],
  verbatim: ['照念'],
  productNames: ['湖畔面霜'],
  toneApproval: true,
  autoApproveDays: 3,
  reviewSteps: [{ text: both('代理初审', 'Agency looks first'), hours: 24 }],
  exclusivity: [{ category: 'sunscreen', platforms: ['douyin', 'weibo'], days: 14 }],
  disclosure: {
    ...makeBrief().disclosure,
    platforms: [{ platform: 'douyin', filingChannel: 'xingtu', note: both('走星图', 'Use Xingtu') }],
  },
}
const comeBack = (change: Partial<BriefInput>) => {
  const brief = makeBrief(change)
  const { brief: read, notPlaced } = readBriefText(writeBriefText(brief))
  return { brief, read: briefSchema.safeParse(read).data, notPlaced }
}

describe('our own text comes back the same', () => {
  test.each<{ why: string; change: Partial<BriefInput> }>([
    { why: 'plain', change: {} },
    { why: 'with everything', change: full },
    { why: 'a text that looks like a heading', change: { keyMessage: both('## 背景', '# Goal') } },
    { why: 'a text that is the name of a section', change: { keyMessage: both('背景', 'Goal') } },
    { why: 'a text that looks like an item', change: { keyMessage: both('- #s1 [must]', '- one') } },
    { why: 'a text over lines', change: { keyMessage: both('一\n二', 'one\r\ntwo') } },
    { why: 'a text that is a number', change: { hashtags: ['14', 'true', '"'] } },
    { why: 'an empty side', change: { keyMessage: both('', ' ') } },
    { why: 'a text with a colon', change: { mustSay: [{ text: both('备注: 一', 'zh: one') }] } },
  ])('$why', ({ change }) => {
    const { brief, read, notPlaced } = comeBack(change)
    expect(read).toEqual(brief)
    expect(notPlaced).toEqual([])
  })

  test('property: whatever is said', () => {
    const said = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '背景',
        'Goal',
        '- x',
        '## a',
        'a: b',
        '1、二',
        '【目标】',
        'null',
        '中文: 一',
        '功能/卖点',
        '湖畔（卖点）',
        'Goal (new)',
      ),
    )
    fc.assert(
      fc.property(said, said, fc.constantFrom('must' as const, 'should' as const, 'free' as const), (zh, en, weight) => {
        const { brief, read } = comeBack({
          keyMessage: both(zh, en),
          mustSay: [{ weight, text: both(en, zh) }],
          hashtags: [zh],
          productNames: [en],
        })
        expect(read).toEqual(brief)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a text somebody else wrote', () => {
  const theirs = `项目 Brief 2027
【品牌背景】
来自瑞士的护肤品牌。
A skincare brand from Switzerland.

二、目标受众：
25 到 34 岁女性

## Must say
- 说清楚是合作
* Tell a real moment
3. 讲肤感

禁用词
最佳

Hashtags:
#换季护肤

## 预算
30 万
`
  const { brief, notPlaced } = readBriefText(theirs)

  test('headings are known by their usual names, sentences go to the side of their script', () => {
    expect(brief['background']).toEqual(both('来自瑞士的护肤品牌。', 'A skincare brand from Switzerland.'))
    expect(brief['audience']).toEqual(both('25 到 34 岁女性', ''))
    expect(brief['mustSay']).toEqual([
      { text: both('说清楚是合作', '') },
      { text: both('', 'Tell a real moment') },
      { text: both('讲肤感', '') },
    ])
    expect(brief['mustNot']).toEqual([{ text: both('最佳', '') }])
    expect(brief['hashtags']).toEqual([{ text: '#换季护肤' }])
  })

  test('what no section takes is handed back with its heading', () => {
    expect(notPlaced).toEqual([
      { heading: null, line: '项目 Brief 2027' },
      { heading: '预算', line: '30 万' },
    ])
  })

  test('a sentence with a colon is a sentence, not a field nobody knows', () => {
    expect(readBriefText('## Background\nLaunch: March').brief['background']).toEqual(both('', 'Launch: March'))
    expect(readBriefText('## 交付物\nBudget: 30').notPlaced).toEqual([{ heading: '交付物', line: 'Budget: 30' }])
    expect(readBriefText('## 产品卖点（必看）\n一').brief['productFacts']).toEqual([{ evidence: null, text: both('一', '') }])
    expect(readBriefText('## 背景\n功能/卖点').brief['background']).toEqual(both('功能/卖点', ''))
  })

  test('a row of fields in words of their own is handed back too', () => {
    expect(readBriefText('## 交付物\n小红书笔记 3 篇').notPlaced).toEqual([{ heading: '交付物', line: '小红书笔记 3 篇' }])
  })

  test('property: no line is lost', () => {
    const words = fc.constantFrom(
      '湖畔',
      '面霜',
      '目标人群',
      '## 预算',
      '## 背景',
      '- 一点',
      '联系人',
      '30 万',
      '## 要点',
      'Launch: March',
      '功能/卖点',
      '湖畔（卖点）',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (lines) => {
        const read = readBriefText(lines.join('\n'))
        const kept = JSON.stringify(read)
        const spoken = lines
          .filter((line) => ['湖畔', '面霜', '- 一点', '30 万', 'Launch: March', '功能/卖点', '湖畔（卖点）'].includes(line))
          .map((line) => line.replace('- ', ''))
        expect(spoken.filter((line) => !kept.includes(line))).toEqual([])
      }),
    )
  })
})

describe('taking over what was read', () => {
  test('says what the text says and leaves the rest', () => {
    const base = makeBrief({ hashtags: ['#旧'] })
    const taken = takeOver(base, readBriefText('## 目标\n新目标\n\n## 话题\n\n## 要点\n- 一点'))
    expect(taken?.goal).toEqual(both('新目标', ''))
    expect(taken?.mustSay).toEqual([{ id: 's1', weight: 'must', text: both('一点', '') }])
    expect(taken?.hashtags).toEqual(base.hashtags)
    expect(taken?.background).toEqual(base.background)
  })

  test('a text that does not fit is not taken', () => {
    expect(takeOver(makeBrief(), readBriefText('## 时限\nreviewHours: soon'))).toBeNull()
  })
})
