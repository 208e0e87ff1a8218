import { describe, expect, test } from 'vitest'
import { nameGender, namePlatform, splitTags } from './name-tables.ts'
import { readId, readProfileId } from './parse-id.ts'
import { platformOfLink } from './platform-sites.ts'
import { readGenderShares, readShareAndCount, readShares } from './parse-shares.ts'
import { readDayInName, readTime } from './parse-time.ts'

describe('times', () => {
  test.each([
    { cell: '1773833477', moment: '2026-03-18T11:31:17.000Z', zoneless: false, why: 'seconds' },
    { cell: 1773833477, moment: '2026-03-18T11:31:17.000Z', zoneless: false, why: 'seconds as a number' },
    { cell: '1773833477000', moment: '2026-03-18T11:31:17.000Z', zoneless: false, why: 'milliseconds' },
    { cell: '2026-03-18 19:31:17', moment: '2026-03-18T11:31:17.000Z', zoneless: true, why: 'a stamp is Shanghai time' },
    { cell: '2026/3/18 9:05', moment: '2026-03-18T01:05:00.000Z', zoneless: true, why: 'slashes, no seconds' },
    { cell: '2026年3月18日', moment: '2026-03-17T16:00:00.000Z', zoneless: true, why: 'a day is its start in Shanghai' },
    { cell: '2026-03-18T11:31:17Z', moment: '2026-03-18T11:31:17.000Z', zoneless: false, why: 'a zone of its own' },
    { cell: '2026-03-18T19:31:17+08:00', moment: '2026-03-18T11:31:17.000Z', zoneless: false, why: 'an offset' },
  ])('$cell: $why', ({ cell, moment, zoneless }) => {
    expect(readTime(cell)).toEqual({ kind: 'moment', moment, zoneless })
  })

  test.each(['', '--', '0', 0, null])('%s is not known', (cell) => {
    expect(readTime(cell)).toEqual({ kind: 'missing' })
  })

  test.each(['昨天', '2026-02-30', '2026-13-01', '25:00', '12345', '2026-03-18 24:10:00'])('%s is unparsable', (cell) => {
    expect(readTime(cell)).toEqual({ kind: 'unparsable' })
  })

  test.each([
    { name: 'search_contents_2026-03-18.jsonl', moment: '2026-03-17T16:00:00.000Z' },
    { name: 'xhs_search_20260318_101500.xlsx', moment: '2026-03-17T16:00:00.000Z' },
    { name: '达人列表2026.03.18.csv', moment: '2026-03-17T16:00:00.000Z' },
    { name: 'export.csv', moment: null },
    { name: 'batch-7020260318001.csv', moment: null },
    { name: '2026-13-45.csv', moment: null },
  ])('the day in $name', ({ name, moment }) => {
    expect(readDayInName(name)).toBe(moment)
  })
})

describe('ids', () => {
  test.each([
    { cell: '7020000000000001234', fromSheet: true, read: { id: '7020000000000001234' }, why: 'text keeps all digits' },
    { cell: "'7020000000000001234", fromSheet: true, read: { id: '7020000000000001234' }, why: 'an apostrophe only marks text' },
    { cell: 7.02e18, fromSheet: true, read: { fault: 'id.rounded_by_excel' }, why: 'beyond 2^53' },
    { cell: 7.02e18, fromSheet: false, read: { fault: 'id.lost_digits' }, why: 'a JSON number beyond 2^53' },
    { cell: '7.02E+18', fromSheet: true, read: { fault: 'id.rounded_by_excel' }, why: 'scientific notation' },
    { cell: '7020000000000000000', fromSheet: true, read: { fault: 'id.rounded_by_excel' }, why: 'nothing left after 15 digits' },
    { cell: '7020000000000000000', fromSheet: false, read: { id: '7020000000000000000' }, why: 'no spreadsheet touched it' },
    { cell: '611e76000000000021037600', fromSheet: true, read: { id: '611e76000000000021037600' }, why: 'hexadecimal with an e' },
    { cell: 123456, fromSheet: true, read: { id: '123456' }, why: 'a short number' },
    { cell: '123456.0', fromSheet: true, read: { id: '123456' }, why: 'a short number that became a float' },
    { cell: '--', fromSheet: true, read: { fault: 'id.missing' }, why: 'empty' },
    { cell: -1, fromSheet: true, read: { fault: 'id.missing' }, why: 'minus one is empty' },
    { cell: true, fromSheet: false, read: { fault: 'id.missing' }, why: 'no id at all' },
  ])('$cell: $why', ({ cell, fromSheet, read }) => {
    expect(readId(cell, fromSheet)).toEqual(read)
  })

  test('the id inside a profile link', () => {
    expect(readProfileId('https://www.xiaohongshu.com/user/profile/5E97D914d41cec2d8baeaac2?x=1')).toBe('5e97d914d41cec2d8baeaac2')
    expect(readProfileId('https://www.douyin.com/user/MS4wLjABAAAA')).toBeNull()
  })
})

describe('shares', () => {
  test.each([
    { cell: '上海|17.4% 北京|15.2%', shares: { 上海: 0.174, 北京: 0.152 } },
    { cell: '18-24:40%,25-34:30.5%', shares: { '18-24': 0.4, '25-34': 0.305 } },
    { cell: '--', shares: null },
    { cell: '上海最多', shares: null },
    { cell: '上海|174%', shares: null },
  ])('$cell', ({ cell, shares }) => {
    expect(readShares(cell)).toEqual(shares)
  })

  test.each([
    { cell: '42.64% | 192745', read: { share: 0.4264, count: 192_745 } },
    { cell: '1.5%', read: { share: 0.015, count: null } },
    { cell: '--', read: { share: null, count: null } },
    { cell: '多 | 少', read: null },
  ])('share and count: $cell', ({ cell, read }) => {
    expect(readShareAndCount(cell)).toEqual(read)
  })

  test.each([
    { cell: '女 82.1% 男 17.9%', shares: { male: 0.179, female: 0.821 } },
    { cell: '男|17.9% 女|82.1%', shares: { male: 0.179, female: 0.821 } },
    { cell: '17.9%/82.1%', shares: { male: 0.179, female: 0.821 } },
    { cell: '17.9/82.1', shares: null },
    { cell: '女多', shares: null },
  ])('gender: $cell', ({ cell, shares }) => {
    expect(readGenderShares(cell)).toEqual(shares)
  })
})

describe('what is too long or too early to be true', () => {
  test('an id of 501 signs', () => {
    expect([readId('长'.repeat(501), true), readId('长'.repeat(500), true)]).toMatchObject([
      { fault: 'id.too_long' },
      { id: '长'.repeat(500) },
    ])
  })

  test('tags beyond the five hundredth', () => {
    expect(splitTags(Array.from({ length: 600 }, (_, at) => `t${at}`).join(','))).toHaveLength(500)
  })

  test.each(['0000-01-01', '0099-05-05', '1969-12-31 23:00:00', '8640000000000000', '9999-12-31T23:59:59Z'])('the moment %s', (cell) => {
    expect(readTime(cell).kind).toBe('unparsable')
  })
})

describe('names', () => {
  test('platforms by name and by link', () => {
    expect(['小红书', 'DY', 'bilibili', '贴吧'].map((name) => namePlatform(name))).toEqual(['xiaohongshu', 'douyin', 'bilibili', null])
    const links = ['https://v.douyin.com/x', 'pgy.xiaohongshu.com/solar/x', '主页 https://www.xingtu.cn/ad/x', 'https://example.com']
    expect(links.map((link) => platformOfLink(link))).toEqual(['douyin', 'xiaohongshu', 'douyin', null])
  })

  test.each([
    'https://notdouyin.com/x',
    'https://douyin.com.evil.example/x',
    'https://evil.example/?to=douyin.com',
    `${'a-'.repeat(50_000)}.`,
  ])('%.40s leads to no platform', (link) => {
    expect(platformOfLink(link)).toBeNull()
  })

  test('gender 0 is not known', () => {
    expect(['1', '女', '0', '保密'].map((text) => nameGender(text))).toEqual(['male', 'female', null, null])
  })

  test.each([
    { cell: '美妆,护肤、母婴', tags: ['美妆', '护肤', '母婴'] },
    { cell: '["美妆","护肤"]', tags: ['美妆', '护肤'] },
    { cell: '{"美妆":["护肤"]}', tags: ['美妆', '护肤'] },
    { cell: '[坏', tags: ['[坏'] },
    { cell: '--', tags: [] },
    { cell: `美妆,${'长'.repeat(101)}`, tags: ['美妆'] },
    { cell: '\u200B', tags: [] },
  ])('tags $cell', ({ cell, tags }) => {
    expect(splitTags(cell)).toEqual(tags)
  })
})
