import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compileMapping,
  describeColumns,
  fitsHeaders,
  importRecords,
  listMissing,
  mappedTargetSchema,
  mappingSchema,
  previewRecords,
  runSteps,
  SOURCES,
  suggestTarget,
  type Cell,
  type DecodedFile,
} from '../index.ts'
import type { ColumnMap } from '../source.ts'

const HEADER = ['名单', '主页ID', '平均观看', '一口价(分)', '千次成本', '说明', '手机号']
const ROWS: Cell[][] = [
  ['示例·小鹿', 'deer_001', '10000', '500000', '500', '可约', '13800000000'],
  ['示例·阿树', 'tree_002', '2.0万', '800000', '400', '', ''],
  ['示例·白云', '7.48E+18', '', '900000', '', '', ''],
]
const sheet = (rows: Cell[][] = ROWS, header = HEADER): DecodedFile => ({
  name: 'sheet.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'sheet.csv', header, rows }],
})
const MAPPING = mappingSchema.parse({
  name: '示例名单',
  platform: 'douyin',
  columns: [
    { header: '名单', target: { to: 'identity', field: 'displayName' } },
    { header: '主页ID', target: { to: 'identity', field: 'accountId' } },
    { header: '平均观看', target: { to: 'metric', name: 'viewsMean', unit: 'plays', period: '30d', noteType: 'all' } },
    { header: '一口价(分)', target: { to: 'quote', format: 'video_21_60s', part: 'listFen', filed: null } },
    { header: '千次成本', target: { to: 'metric', name: 'expectedCpm', unit: 'CNY per 1000 plays' } },
    { header: '说明', target: { to: 'dropped', why: 'not used' } },
  ],
})
const OPTIONS = { source: 'auto', importId: 'sha256:00' }

function read(file = sheet(), mapping = MAPPING) {
  const outcome = importRecords(file, { ...OPTIONS, mapping })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

describe('a mapping', () => {
  test('reads a table that no source knows; units are proved by the columns it names', () => {
    expect(importRecords(sheet(), OPTIONS)).toMatchObject({ ok: false, refusals: [{ code: 'import.unknown_table' }] })
    const { accounts, report } = read()
    expect(report).toMatchObject({
      source: { id: 'mapped.示例名单' },
      records: 3,
      accepted: { accounts: 2 },
      rejected: 1,
      unmapped: ['手机号'],
    })
    expect(accounts[0]).toMatchObject({ platform: 'douyin', accountId: 'deer_001', displayName: '示例·小鹿' })
    expect(accounts[0]?.quotes).toMatchObject([{ format: 'video_21_60s', listFen: 500_000, filed: null }])
    const views = accounts[1]?.metrics.find(({ name }) => name === 'viewsMean')
    expect(views).toMatchObject({ value: 20_000, period: '30d', noteType: 'all', column: '平均观看' })
    expect(report.units.find(({ column }) => column === '千次成本')).toMatchObject({ state: 'proved', checked: 2, agreed: 2 })
    expect(report.units.find(({ column }) => column === '一口价(分)')).toMatchObject({ state: 'proved' })
  })

  test('that takes fen for yuan is contradicted, and the prices are not used', () => {
    const header = HEADER.with(3, '一口价')
    const columns = MAPPING.columns.map((column) => (column.header === '一口价(分)' ? { ...column, header: '一口价' } : column))
    const wrong = read(sheet(ROWS, header), { ...MAPPING, columns })
    expect(wrong.report.units.find(({ column }) => column === '一口价')).toMatchObject({ state: 'contradicted' })
    expect(wrong.accounts[0]?.quotes).toEqual([])
    const right = columns.map((column) => (column.header === '一口价' ? { ...column, times: 0.01 } : column))
    const mended = read(sheet(ROWS, header), { ...MAPPING, columns: right })
    expect(mended.accounts[0]?.quotes).toMatchObject([{ listFen: 500_000 }])
  })

  test('takes what a known source leaves over, and changes nothing the source knows', () => {
    const header = ['达人昵称', '达人ID', '平台', '报价', '返点', '试驾次数']
    const file = sheet([['示例·小鹿', 'deer_001', '抖音', '5000', '20%', '7']], header)
    const plain = importRecords(file, OPTIONS)
    const base = plain.ok ? plain.value.report.source.id : ''
    expect(plain).toMatchObject({ ok: true, value: { report: { unmapped: ['试驾次数'] } } })
    const mapping = mappingSchema.parse({
      name: 'more',
      base,
      columns: [
        { header: '试驾次数', target: { to: 'metric', name: 'testDrives', unit: 'drives' } },
        { header: '报价', target: { to: 'dropped', why: 'not used' } },
      ],
    })
    const { report, accounts } = read(file, mapping)
    expect(report).toMatchObject({ source: { id: base }, unmapped: [] })
    expect(accounts[0]?.metrics).toMatchObject([{ name: 'testDrives', value: 7, proof: 'unproved', source: base }])
    expect(accounts[0]?.quotes).toMatchObject([{ listFen: 500_000 }])
  })

  test('reads the brands that a list of its own names', () => {
    const file = sheet([['deer_001', '示例雪岭、示例山茶']], ['主页ID', '做过谁家'])
    const columns = [MAPPING.columns[1], { header: '做过谁家', target: { to: 'brands' } }]
    const { accounts } = read(file, mappingSchema.parse({ ...MAPPING, columns }))
    expect(accounts[0]?.brands.map(({ brand }) => brand)).toEqual(['示例雪岭', '示例山茶'])
  })

  test('reads posts', () => {
    const file = sheet([['p-1', '示例标题', '1.2万']], ['作品', '名字', '点赞合计'])
    const mapping = mappingSchema.parse({
      name: 'posts',
      holds: 'posts',
      platform: 'kuaishou',
      columns: [
        { header: '作品', target: { to: 'post', field: 'postId' } },
        { header: '名字', target: { to: 'post', field: 'title' } },
        { header: '点赞合计', target: { to: 'post', field: 'likes' } },
      ],
    })
    expect(read(file, mapping).posts).toMatchObject([
      { platform: 'kuaishou', postId: 'p-1', title: '示例标题', observations: [{ likes: 12_000 }] },
    ])
  })

  const COMMENTS = mappingSchema.parse({
    name: '示例评论',
    holds: 'comments',
    platform: 'kuaishou',
    columns: [
      { header: '编号', target: { to: 'comment', field: 'commentId' } },
      { header: '作品', target: { to: 'comment', field: 'postId' } },
      { header: '说了什么', target: { to: 'comment', field: 'text' } },
      { header: '何时', target: { to: 'comment', field: 'at' } },
      { header: '点赞合计', target: { to: 'comment', field: 'likes' } },
      { header: '谁', target: { to: 'comment', field: 'authorId' } },
    ],
  })
  const COMMENT_HEADER = ['编号', '作品', '说了什么', '何时', '点赞合计', '谁', '用户昵称']

  test('reads comments, their author as a hash; a rejected row gives neither id nor name back', () => {
    const file = sheet(
      [
        ['c-1', 'p-1', '好看', '2026-11-01 10:00', '3', 'u-9', '示例·路人'],
        ['', 'p-1', '漏了编号', '', '', 'u-8', '示例·过客'],
      ],
      COMMENT_HEADER,
    )
    const outcome = importRecords(file, { ...OPTIONS, mapping: COMMENTS, sha256: (text) => `hash of ${String(text)}`.padEnd(64, '0') })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    const { comments, report, rejects } = outcome.value
    const at = '2026-11-01T02:00:00.000Z'
    expect(comments).toMatchObject([{ platform: 'kuaishou', postId: 'p-1', commentId: 'c-1', text: '好看', at, likes: 3 }])
    expect(comments[0]?.authorKey).toBe('hash of u-900000')
    expect(report).toMatchObject({ source: { id: 'mapped.示例评论' }, accepted: { comments: 1 }, rejected: 1 })
    expect(rejects).toMatchObject([{ code: 'id.missing', column: '编号', original: { 说了什么: '漏了编号', 谁: null, 用户昵称: null } }])
  })

  test('of comments lacks what they cannot stand without', () => {
    expect(listMissing({ ...COMMENTS, platform: null, columns: COMMENTS.columns.slice(3) })).toEqual([
      'identity',
      'platform',
      'post',
      'text',
    ])
    expect(listMissing(COMMENTS)).toEqual([])
  })

  test.each([
    ['no column tells whose row it is', { columns: [{ header: 'a', target: { to: 'followers' } }] }, ['identity']],
    ['nothing says the platform', { platform: null }, ['platform']],
  ])('is refused when %s', (_, change, missing) => {
    const mapping = mappingSchema.parse({ ...MAPPING, ...change })
    expect(listMissing(mapping)).toEqual(missing)
    expect(compileMapping(mapping)).toEqual({ ok: false, refusals: [{ code: 'import.mapping_misfit', missing }] })
  })

  test('on top of a source that is none, or of a table without its headers, is refused', () => {
    expect(compileMapping({ ...MAPPING, base: 'nobody.knows' })).toMatchObject({ ok: false, refusals: [{ missing: ['base'] }] })
    expect(importRecords(sheet([['1']], ['else']), { ...OPTIONS, mapping: MAPPING })).toMatchObject({
      ok: false,
      refusals: [{ code: 'import.mapping_misfit', missing: ['headers'] }],
    })
  })

  test.each([
    ['a header twice', { columns: [MAPPING.columns[0], MAPPING.columns[0]] }],
    ['no column', { columns: [] }],
    ['a metric that is a sentence', { columns: [{ header: 'a', target: { to: 'metric', name: 'a b', unit: 'x' } }] }],
    ['a platform nobody has', { platform: 'elsewhere' }],
  ])('with %s is no mapping', (_, change) => {
    expect(mappingSchema.safeParse({ ...MAPPING, ...change }).success).toBe(false)
  })

  test('is recognised by the headers it uses, whatever their order, width and company', () => {
    expect(fitsHeaders(MAPPING, HEADER)).toBe(true)
    expect(fitsHeaders(MAPPING, ['X', ...HEADER.toReversed().filter((name) => name !== '说明')])).toBe(true)
    expect(fitsHeaders(MAPPING, HEADER.with(3, '一口价（分）'))).toBe(true)
    // near miss: one used column is gone
    expect(fitsHeaders(MAPPING, HEADER.with(2, 'Views'))).toBe(false)
  })

  test('that people can make never breaks the reading of a table', () => {
    const cell = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.constantFrom('1.2万', '--', '50万-100万', '=1+1'))
    const columns = fc.uniqueArray(fc.constantFrom(...MAPPING.columns, { header: '手机号', target: { to: 'followers' as const } }), {
      minLength: 1,
      selector: ({ header }) => header,
    })
    fc.assert(
      fc.property(columns, fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 8 }), (some, rows) => {
        const outcome = importRecords(sheet(rows), { ...OPTIONS, mapping: { ...MAPPING, columns: some } })
        if (!outcome.ok) return
        const { records, accepted, duplicates, rejected } = outcome.value.report
        expect(records).toBe(accepted.accounts + duplicates + rejected)
      }),
    )
  })
})

describe('a column nobody mapped', () => {
  test('shows samples and what its header most likely says; contact data shows none', () => {
    const columns = describeColumns(
      sheet([...ROWS, ['', '', '10000', '', '', '', '']], ['昵称', '红书号', '粉丝数（万）', '图文报价', '备注', '心情', '手机号']),
    )
    expect(columns.map(({ header, suggestion }) => [header, suggestion?.to ?? null])).toEqual([
      ['昵称', 'identity'],
      ['红书号', 'identity'],
      ['粉丝数（万）', 'followers'],
      ['图文报价', 'quote'],
      ['备注', 'dropped'],
      ['心情', null],
      ['手机号', 'dropped'],
    ])
    expect(columns[2]).toMatchObject({ samples: ['10000', '2.0万'], filled: 3 })
    expect(columns[6]?.samples).toEqual([])
  })

  test('the words of a list in English, and what all of its cells say, are suggested', () => {
    const rows: Cell[][] = [
      ['示例·小鹿', '小红书', 'https://www.xiaohongshu.com/user/profile/5f3a5f3a5f3a5f3a5f3a5f3a', '小红书', 'https://v.douyin.com/iDemo'],
      ['示例·阿树', '抖音', 'https://v.douyin.com/iDemo', '想念', 'https://www.xiaohongshu.com/explore/5f3a5f3a5f3a5f3a5f3a5f3a'],
    ]
    const columns = describeColumns(sheet(rows, ['Creator', 'Where', 'Home', 'Mood', 'Post']))
    expect(columns.map(({ header, suggestion }) => [header, suggestion?.to ?? null])).toEqual([
      ['Creator', 'identity'],
      ['Where', 'platform'],
      ['Home', 'profileUrl'],
      ['Mood', null],
      ['Post', null],
    ])
    expect(describeColumns(sheet([['']], ['Where', 'Profile'])).map(({ suggestion }) => suggestion?.to)).toEqual([undefined, 'profileUrl'])
  })

  test('is found below a title line', () => {
    const rows: Cell[][] = [
      ['昵称', '粉丝数'],
      ['示例·小鹿', '12'],
    ]
    expect(describeColumns(sheet(rows, ['2026年11月名单', ''])).map(({ header }) => header)).toEqual(['昵称', '粉丝数'])
  })

  test.each(['昵称', '粉丝数', '图文报价', '小红书号', 'CPM', '返点'])('%s is suggested', (header) => {
    expect(suggestTarget(header)).not.toBeNull()
  })

  test('says something else where rows are posts or comments', () => {
    const columns = describeColumns(sheet([['c', 'n', '好', '1']], ['comment_id', 'note_id', 'content', 'liked_count', '手机号']))
    expect(columns.map(({ suggestedIn: { comments } }) => (comments?.to === 'comment' ? comments.field : comments?.to))).toEqual([
      'commentId',
      'postId',
      'text',
      undefined,
      'dropped',
    ])
    expect(columns.map(({ suggestedIn: { posts } }) => (posts?.to === 'post' ? posts.field : posts?.to))).toEqual([
      undefined,
      'postId',
      'text',
      'likes',
      'dropped',
    ])
    expect(columns.map(({ suggestion }) => suggestion?.to)).not.toContain('comment')
  })

  test.each(['', '心情', 'constructor', '__proto__'])('"%s" is not guessed', (header) => {
    expect(suggestTarget(header)).toBeNull()
  })

  test('every word of every source is suggested as something a mapping may hold', () => {
    // That a table is one of days is for a person to say.
    const isLeft = (to: string) => ['recentPosts', 'series', 'seriesDay', 'comment'].includes(to)
    const isMappable = ({ target }: ColumnMap) => mappedTargetSchema.safeParse(target).success && !isLeft(target.to)
    const headers = SOURCES.flatMap(({ columns }) => columns.filter(isMappable)).flatMap((column) => column.headers)
    expect(headers.filter((header) => suggestTarget(header) === null)).toEqual([])
  })
})

test('the first rows stand beside what is understood of them, a rejected one with its reason, a phone number nowhere', () => {
  const rows = runSteps(previewRecords(sheet(), { ...OPTIONS, mapping: MAPPING }, { count: 3, units: read().report.units }))
  expect(rows.map(({ account, fault }) => [account?.accountId ?? null, fault?.code ?? null])).toEqual([
    ['deer_001', null],
    ['tree_002', null],
    [null, expect.any(String)],
  ])
  expect(rows[0]?.original).toMatchObject({ 平均观看: '10000', 手机号: null })
  expect(runSteps(previewRecords(sheet(), OPTIONS, { count: 3, units: [] }))).toEqual([])
})
