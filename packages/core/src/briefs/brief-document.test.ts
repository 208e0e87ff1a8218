import { describe, expect, test } from 'vitest'
import { documentBrief, readDocument, takeOver, type Brief, type DocumentLanguage } from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

const both = (zh: string, en: string) => ({ zh, en })
const brief = makeBrief({
  kpis: [{ name: 'newFollowers', target: 5_000, deadline: null }],
  exclusivity: [{ category: null, platforms: ['douyin', 'weibo'], days: 14 }],
  productNames: ['湖畔面霜'],
})
const cellsOf = (language: DocumentLanguage, from: Brief = brief) =>
  documentBrief(from, language).flatMap(({ items }) => items.flatMap(({ cells }) => cells))
const textOf = (tag: string, language: DocumentLanguage = 'both') => cellsOf(language).find((cell) => cell.tag === tag)?.text

describe('a brief laid out for paper', () => {
  test.each<[tag: string, both: string | undefined, zh: string | undefined, en: string | undefined]>([
    ['keyMessage/text.zh', '清爽不黏的面霜。', '清爽不黏的面霜。', undefined],
    ['s1/weight', '必须 Must', '必须', 'Must'],
    ['d1/platform', '小红书 Xiaohongshu', '小红书', 'Xiaohongshu'],
    ['d1/format', '图文笔记 image note', '图文笔记', 'image note'],
    ['k1/name', '新增粉丝 New followers', '新增粉丝', 'New followers'],
    ['k1/target', '5000', '5000', '5000'],
    ['x1/platforms', '抖音 Douyin、微博 Weibo', '抖音、微博', 'Douyin, Weibo'],
    ['review/toneApproval', '否 no', '否', 'no'],
    ['review/autoApproveDays', '—', '—', '—'],
    ['names/productNames', '湖畔面霜', '湖畔面霜', '湖畔面霜'],
  ])('%s in both languages and in each', (tag, inBoth, zh, en) => {
    expect([textOf(tag), textOf(tag, 'zh'), textOf(tag, 'en')]).toEqual([inBoth, zh, en])
  })

  test('sections and columns that say nothing are left out', () => {
    const sections = documentBrief(makeBrief({ audience: both('', '') }), 'both').map(({ section }) => section)
    expect(sections).not.toContain('hashtags')
    expect(sections).not.toContain('audience')
    expect(cellsOf('both').some(({ tag }) => tag === 'k1/deadline' || tag === 'd1/fixedCaption')).toBe(false)
  })

  test('no field is named by its key, in either language', () => {
    const labels = (['zh', 'en'] as const).flatMap((language) => cellsOf(language).map(({ label }) => label))
    expect(labels.filter((label) => /[a-z][A-Z]|\./.test(label))).toEqual([])
    expect(cellsOf('zh').filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([])
  })

  test('tags find a field again: each once, short enough for Word', () => {
    const tags = cellsOf('both').map(({ tag }) => `k:${tag}`)
    expect(new Set(tags).size).toBe(tags.length)
    expect(tags.filter((tag) => tag.length > 64)).toEqual([])
  })
})

describe('a document that comes back', () => {
  const sent = (change: Readonly<Record<string, string | null>> = {}, others: readonly string[] = []) => {
    const texts = new Map(cellsOf('both').map(({ tag, text }) => [tag, text]))
    for (const [tag, text] of Object.entries(change)) {
      if (text === null) texts.delete(tag)
      else texts.set(tag, text)
    }
    return readDocument({ brief, language: 'both', texts, others })
  }

  test('untouched it is the brief it was written from', () => expect(sent()).toEqual({ brief, notPlaced: [], isWhole: true }))

  test.each<[why: string, change: Readonly<Record<string, string>>, expected: object]>([
    ['a sentence', { 'goal/text.en': 'New goal' }, { goal: both(brief.goal.zh, 'New goal') }],
    ['a sentence struck', { 'goal/text.en': '' }, { goal: both(brief.goal.zh, '') }],
    ['a number', { 'review/reviewHours': '48' }, { reviewHours: 48 }],
    ['names', { 'names/productNames': '甲、乙' }, { productNames: ['甲', '乙'] }],
    ['the label', { 'disclosure/label': '合作' }, { disclosure: { ...brief.disclosure, label: '合作' } }],
    ['a weight', { 's1/weight': '建议 Should' }, { mustSay: [{ ...brief.mustSay[0], weight: 'should' }] }],
  ])('%s that was changed is changed', (_, change, expected) => {
    expect(sent(change)).toEqual({ brief: { ...brief, ...expected }, notPlaced: [], isWhole: true })
  })

  test.each([
    ['a number in words', { 'review/reviewHours': '两天' }, '审稿时限 hours to review: 两天'],
    ['a day in words', { 'd1/windowTo': '月底' }, '最晚 to: 月底'],
    ['a platform', { 'd1/platform': '小绿书' }, '平台 platform: 小绿书'],
    ['a weight of their own', { 's1/weight': '随便' }, '分量 weight: 随便'],
    ['no post at all', { 'd1/count': '0' }, '篇数 count: 0'],
    ['half a post', { 'd1/count': '1.5' }, '篇数 count: 1.5'],
    ['a day that no month has', { 'd1/windowTo': '2026-11-31' }, '最晚 to: 2026-11-31'],
    ['no time at all', { 'review/reviewHours': '0' }, '审稿时限 hours to review: 0'],
  ])('%s waits for a person, and the value stays', (_, change, line) => {
    expect(sent(change)).toMatchObject({ brief, notPlaced: [{ line }] })
  })

  test('a point whose fields are all gone is struck; a sentence that is gone stays as it was', () => {
    const gone = Object.fromEntries(cellsOf('both').flatMap(({ tag }) => (/^(s1|goal)\//.test(tag) ? [[tag, null]] : [])))
    expect(sent(gone)).toEqual({ brief: { ...brief, mustSay: [] }, notPlaced: [], isWhole: true })
  })

  test('one field that does not fit waits, and all else that was changed is taken over', () => {
    const back = sent({ 'd1/count': '0', 'goal/text.en': 'New goal' })
    expect(takeOver(brief, back)).toEqual({ ...brief, goal: both(brief.goal.zh, 'New goal') })
  })

  test('the last row of a list that was struck stays struck when the document is taken over', () => {
    const gone = Object.fromEntries(cellsOf('both').flatMap(({ tag }) => (/^(s|x)\d+\//.test(tag) ? [[tag, null]] : [])))
    const taken = takeOver(brief, sent(gone))
    expect(taken).toMatchObject({ mustSay: [], exclusivity: [], mustNot: brief.mustNot, hashtags: [] })
  })

  test('an added line waits under the heading it stands below; our own labels do not', () => {
    expect(sent({}, ['要点 · Points to make', '分量 weight', '另有一点'])).toMatchObject({
      notPlaced: [{ heading: '要点 · Points to make', line: '另有一点' }],
    })
  })
})
