import { briefSchema, type Brief, type BriefInput } from '@kolibra/core/briefs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packArchive } from '../../test/pack-archive.ts'
import { packFiles } from '../zip/index.ts'
import { readBriefDocx, readDocx, writeBriefDocx } from './index.ts'
import { openDocx } from './read-docx.ts'

const both = (zh: string, en: string) => ({ zh, en })
const make = (change: Partial<BriefInput> = {}): Brief =>
  briefSchema.parse({
    background: both('品牌第一次来中国。', 'The brand is new to China.'),
    goal: both('让大家认识品牌。', 'People get to know the brand.'),
    audience: both('换季脸干的人。', 'Dry skin.'),
    keyMessage: both('清爽不黏的面霜。', 'Light, not sticky.'),
    productFacts: [{ text: both('含甘油。', 'Glycerin.'), evidence: '全成分表（示例）' }],
    mustSay: [
      { weight: 'must', text: both('说出产品全名。', 'Say the full name.') },
      { weight: 'free', text: both('讲肤感。', 'Tell the feel.') },
    ],
    mustNot: [both('不要说「药妆」。', 'Not “cosmeceutical”.')],
    shots: [{ weight: 'should', text: both('拍质地', 'Show the texture') }],
    kpis: [{ name: 'views', target: 100_000, deadline: '2027-02-28' }],
    deliverables: [
      { platform: 'xiaohongshu', format: 'note_picture', count: 1, windowFrom: '2027-01-11', windowTo: '2027-01-31' },
      { platform: 'douyin', format: 'video_21_60s', count: 2, windowFrom: '2027-01-11', windowTo: '2027-01-31', slot: '20:00' },
    ],
    disclosure: {
      label: '广告',
      filingChannel: 'pugongying',
      note: both('走官方渠道。', 'Official channel.'),
      platforms: [{ platform: 'douyin', filingChannel: 'xingtu', note: both('走星图', 'Use Xingtu') }],
    },
    links: ['https://example.com/a?b=1&c=2', { kind: 'code', value: 'LAKE10', platform: 'douyin' }],
    hashtags: ['#换季护肤'],
    assets: [{ name: '主图', reach: 'https://example.com/a', rightsUntil: '2027-06-30' }],
    verbatim: ['照念'],
    productNames: ['湖畔面霜'],
    revisionRounds: 1,
    responseHours: 48,
    reviewHours: 24,
    reviewSteps: [{ text: both('代理初审', 'Agency first'), hours: 24 }],
    usageRights: both('可转发。', 'May be reposted.'),
    exclusivity: [{ category: 'cosmetics', platforms: ['douyin', 'weibo'], days: 14 }],
    paymentTerms: both('平台结算。', 'Through the platform.'),
    contacts: [{ role: '代理项目经理', reach: '专属链接' }],
    ...change,
  })
const PLAN = { title: '示例 · Brief', language: 'both' } as const
const read = (bytes: Uint8Array) => {
  const result = readBriefDocx(bytes, { name: 'a.docx' })
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
/** The document as somebody sends it back after changing words in it. */
function edit(bytes: Uint8Array, change: (main: string) => string): Uint8Array {
  const opened = openDocx(bytes, { name: 'a.docx' })
  if (!opened.ok) throw new Error('unreadable')
  return packFiles([
    { name: 'word/document.xml', content: change(opened.value.main) },
    { name: 'customXml/item1.xml', content: opened.value.source ?? '' },
  ])
}

describe('a brief as a Word document', () => {
  test.each(['both', 'zh', 'en'] as const)('comes back the same, written in %s', (language) => {
    const brief = make({ languages: ['de'], goal: { zh: '一', en: 'one', de: 'eins' }, toneApproval: true, autoApproveDays: 3 })
    expect(read(writeBriefDocx(brief, { ...PLAN, language }))).toEqual({ brief, notPlaced: [], isWhole: true })
  })

  test('property: whatever is said', () => {
    const said = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('—', '', ' ', 'a\r\nb', '背景 · Background', '中文', '1. ', '<w:p>', '&amp;', '\u0001', 'k:s1'),
    )
    fc.assert(
      fc.property(said, said, fc.constantFrom('must' as const, 'should' as const, 'free' as const), (zh, en, weight) => {
        const brief = make({
          keyMessage: both(zh, en),
          mustSay: [{ weight, text: both(en, zh) }],
          hashtags: [zh],
          productNames: [en],
          contacts: [{ role: zh, reach: en }],
        })
        const back = read(writeBriefDocx(brief, PLAN))
        expect(back.brief).toEqual(brief)
        expect(back.notPlaced).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('shows what people need: headings, weights and the table of posts in both languages', () => {
    const text = readDocx(writeBriefDocx(make(), PLAN), { name: 'a.docx' })
    const lines = text.ok ? text.value : ''
    for (const words of [
      '背景 · Background',
      '必须 Must',
      '自由 Free',
      '小红书 Xiaohongshu',
      '图文笔记 image note',
      '2027-01-31',
      '微博',
      '授权截止日 rights until',
    ])
      expect(lines).toContain(words)
  })

  test('in Chinese no English name stands where there is a Chinese one', () => {
    const text = readDocx(writeBriefDocx(make(), { ...PLAN, language: 'zh' }), { name: 'a.docx' })
    expect(text.ok ? text.value : '').not.toMatch(/Must|Background|Xiaohongshu|note_picture|pugongying/)
  })
})

describe('a document of ours that somebody changed', () => {
  const whole = writeBriefDocx(make(), PLAN)

  test('a changed sentence, number, day and weight come back as changed, and nothing else', () => {
    const back = read(
      edit(whole, (xml) =>
        xml
          .replace('清爽不黏的面霜。', '换季也清爽。')
          .replace('>2027-01-31<', '>2027-02-07<')
          .replace('>100000<', '>120,000<')
          .replace('>自由 Free<', '>建议<'),
      ),
    )
    const brief = make()
    expect(back.notPlaced).toEqual([])
    expect(back.brief).toEqual({
      ...brief,
      keyMessage: both('换季也清爽。', brief.keyMessage.en),
      kpis: [{ ...brief.kpis[0], target: 120_000 }],
      mustSay: [brief.mustSay[0], { ...brief.mustSay[1], weight: 'should' }],
      deliverables: [{ ...brief.deliverables[0], windowTo: '2027-02-07' }, brief.deliverables[1]],
    })
  })

  test('a row that is gone is struck', () => {
    const back = read(edit(whole, (xml) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*?k:d2\/.*?<\/w:tr>/s, '')))
    expect(back.brief['deliverables']).toEqual([make().deliverables[0]])
  })

  test('what fits no field, and a paragraph that was added, wait for a person', () => {
    const back = read(
      edit(whole, (xml) =>
        xml.replace('>2027-01-31<', '>月底<').replace('<w:sectPr>', '<w:p><w:r><w:t>另：样品周五寄出</w:t></w:r></w:p><w:sectPr>'),
      ),
    )
    expect(back.notPlaced).toEqual([
      { heading: '发布内容 · Posts', line: '最晚 to: 月底' },
      { heading: '联系人 · Contacts', line: '另：样品周五寄出' },
    ])
    expect(back.brief['deliverables']).toEqual(make().deliverables)
  })
})

describe('a document that is none', () => {
  test.each([
    [
      'with macros',
      packArchive([
        { name: 'word/vbaProject.bin', content: 'x' },
        { name: 'word/document.xml', content: '<w:p/>' },
      ]),
      'file.has_macros',
    ],
    ['an archive of something else', packArchive([{ name: 'a.txt', content: 'x' }]), 'file.not_docx'],
    ['cut', writeBriefDocx(make(), PLAN).subarray(0, 900), 'file.truncated'],
    [
      'that lies about its size',
      packArchive([{ name: 'word/document.xml', content: 'x'.repeat(9_000), declaredBytes: 10 }]),
      'file.zip_bomb',
    ],
  ])('%s is refused', (_, bytes, code) => {
    expect(readBriefDocx(bytes, { name: 'a.docx' })).toMatchObject({ ok: false, refusals: [{ code }] })
  })

  test('a source part changed by hand is not believed: the page is read', () => {
    const forged = edit(writeBriefDocx(make(), PLAN), (xml) => xml)
    const opened = openDocx(forged, { name: 'a.docx' })
    const main = opened.ok ? opened.value.main : ''
    const bytes = packFiles([
      { name: 'word/document.xml', content: main },
      { name: 'customXml/item1.xml', content: '<kolibra:brief xmlns:kolibra="urn:kolibra:brief">{"brief":{}}</kolibra:brief>' },
    ])
    expect(read(bytes).brief['background']).toEqual(both('品牌第一次来中国。', 'The brand is new to China.'))
  })
})
