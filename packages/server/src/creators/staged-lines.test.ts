import {
  completeAccount,
  importStream,
  newAccount,
  type AccountDraft,
  type Cell,
  type ImportedPiece,
  type Passport,
  type PlainLayout,
  type PlainRow,
} from '@kolibra/core/imports'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StagedRow } from '../platform/staging-store.ts'
import { assembleAccount } from './assemble-account.ts'
import { readValues } from './observed-values.ts'
import { makeStagedLines } from './staged-lines.ts'

const HEADER = [
  '小红书昵称',
  '小红书号',
  '粉丝数',
  '图文报价',
  '视频报价',
  '合作_阅读中位数',
  '预估阅读单价_图文',
  '女性粉丝占比',
  '数据更新至',
  '账号类型',
]
const cell = fc.constantFrom(null, '120', '1.2万', '10万+', '64.6%', '--', 'x', '2026-11-18', '护肤/美食', '0.4')
const row = fc.tuple(fc.constantFrom('甲', '乙'), fc.constantFrom('a1', 'a2', 'a3'), ...HEADER.slice(2).map(() => cell))

function read(rows: readonly (readonly Cell[])[]): ImportedPiece[] {
  const head = { name: 'pgy.csv', encoding: 'utf-8', shape: 'table' as const, tables: [{ name: 'pgy', header: HEADER, rows }] }
  const passes = importStream({ head, pieces: () => [{ rows, share: 1 }] }, { source: 'auto', importId: 'sha256:f' })
  for (;;) {
    const step = passes.next()
    if (step.done !== true) continue
    return step.value?.ok === true ? [...step.value.value.pieces()] : []
  }
}

function countIds() {
  let last = 0
  return () => `id${(last += 1)}`
}

/** Puts accounts together from staged rows, as the store does from kept ones. */
function assemble(rows: readonly StagedRow[], passports: ReturnType<ReturnType<typeof makeStagedLines>['passports']>) {
  const firsts = rows.filter(({ rowId, firstRowId }) => rowId === firstRowId)
  return firsts.map(({ rowId, platform, ownId, displayName, handle, region, verification, identity }) => {
    const observations = rows
      .filter(({ firstRowId }) => firstRowId === rowId)
      .toSorted((a, b) => (a.observedAt ?? '').localeCompare(b.observedAt ?? ''))
      .map(({ tab, observedAt, values }) => {
        const plain = { kind: 'account', importId: 'i', source: 'pugongying.creators', period: null, noteType: null, flow: null }
        return { ...plain, tab, observedAt, values: JSON.parse(JSON.stringify(values)) }
      })
    const lookup = {
      named: () => undefined,
      placed: (_importId: string, place: number) => {
        const passport = passports[place]
        return passport === undefined ? undefined : { ...passport, fileId: 'sha256:f' }
      },
    }
    return assembleAccount(
      { platform, accountId: ownId, displayName, handle, region, verification, bio: null, person: identity },
      observations,
      lookup,
    )
  })
}

const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(item, Object.keys(item).toSorted())).toSorted()

describe('rows to stage', () => {
  test('property: an account put together from its rows says what was read, whatever was repeated and when it was seen', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (table) => {
        const pieces = read(table)
        const lines = makeStagedLines(countIds())
        const rows = pieces.flatMap(lines.ofPiece)
        const wanted = pieces.flatMap(({ drafts, merged }) => [...drafts.map(completeAccount), ...merged])
        const found = assemble(rows, lines.passports())
        expect(found).toHaveLength(wanted.length)
        for (const account of wanted) {
          const kept = found.find(({ accountId }) => accountId === account.accountId)
          expect(kept).toMatchObject({ displayName: account.displayName, followers: account.followers, categories: account.categories })
          expect(kept?.audience).toEqual(account.audience)
          expect(kept?.quotes).toEqual(account.quotes)
          expect(sorted(kept?.metrics ?? [])).toEqual(sorted(account.metrics))
        }
      }),
    )
  })

  test('property: a draft and the account it stands for are the same rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (table) => {
        for (const piece of read(table)) {
          const asDrafts = makeStagedLines(countIds())
          const asAccounts = makeStagedLines(countIds())
          const accounts = { ...piece, drafts: [], merged: [...piece.drafts.map(completeAccount), ...piece.merged] }
          const plain = (rows: readonly StagedRow[]) => rows.map(({ observedAt, ...rest }) => ({ ...rest, seen: observedAt ?? null }))
          const known = (draft: AccountDraft) => draft.readings.length > 0 || draft.quotes.length > 0
          if (!piece.drafts.every(known)) continue
          expect(plain(asDrafts.ofPiece(piece))).toEqual(plain(asAccounts.ofPiece(accounts)))
          expect(asDrafts.passports()).toEqual(asAccounts.passports())
        }
      }),
    )
  })

  test('one subject and tab is one row; what is not known is left out', () => {
    const piece = { drafts: [], merged: [newAccount({ platform: 'douyin', accountId: '1' })], posts: [], rejects: [], share: 1 }
    expect(makeStagedLines(countIds()).ofPiece(piece)).toMatchObject([{ rowId: 'id1', firstRowId: 'id1', observedAt: null, values: {} }])
  })
})

const passport = (column: string, name: string): Passport => ({
  name,
  column,
  unit: 'views',
  proof: 'unproved',
  period: null,
  noteType: null,
  flow: null,
  definition: null,
  formula: null,
  source: 'pugongying.creators',
  tab: null,
  importId: 'sha256:f',
})
const layout: PlainLayout = {
  width: 5,
  followers: 0,
  metrics: [
    { passport: passport('阅读', 'medianViews'), slot: 1 },
    { passport: passport('互动', 'medianEngagement'), slot: 2 },
  ],
  audience: { basis: 'followers', shares: [['gender', 'female', 3]] },
  quotes: [{ format: 'image', filed: true, part: 'listFen', source: 'pugongying.creators 图文报价', slot: 4 }],
}
const plainRow = (numbers: readonly number[]): PlainRow => ({
  platform: 'xiaohongshu',
  accountId: 'a1',
  names: {
    handle: 'a1',
    displayName: '甲',
    region: null,
    mcn: '示例·春芽',
    verification: null,
    bio: null,
    person: { gender: null, ageBand: null, languages: [] },
  },
  categories: ['美妆'],
  observedAt: '2026-11-18T00:00:00Z',
  numbers: new Float64Array(numbers),
  isWhole: true,
})

describe('a plain row', () => {
  test('says what its slots mean; what is not said is not known, and nought is nought', () => {
    const lines = makeStagedLines(countIds())
    const staged = lines.ofPlain(plainRow([1200, Number.NaN, 0, 0.6, 40_000]), layout)
    expect(staged).toMatchObject({ rowId: 'id1', ownId: 'a1', values: null, mcn: '示例·春芽', categories: ['美妆'], identity: null })
    const kept = {
      observed_values: null,
      mcn: '示例·春芽',
      categories: ['美妆'],
      observed_at: '2026-11-18T00:00:00Z',
      slots: Array.from(staged?.slots ?? [], (number) => (Number.isNaN(number) ? null : number)),
      layout: JSON.parse(JSON.stringify(lines.slots())),
    }
    expect(readValues(kept)).toMatchObject({
      followers: 1200,
      metrics: [null, 0],
      audience: { gender: { female: 0.6 }, basis: 'followers' },
      quotes: [{ format: 'image', listFen: 40_000, observedAt: '2026-11-18T00:00:00Z' }],
    })
    expect(lines.passports().map(({ column }) => column)).toEqual(['阅读', '互动'])
  })

  test('comes as a draft where two columns say the same number', () => {
    const twice = { ...layout, metrics: [layout.metrics[0], layout.metrics[0]].flatMap((metric) => metric ?? []) }
    const lines = makeStagedLines(countIds())
    expect(lines.ofPlain(plainRow([1, 2, 3, 0.4, 5]), twice)).toBeNull()
    expect(lines.slots()).toBeNull()
  })

  test('of another layout than the first comes as a draft', () => {
    const lines = makeStagedLines(countIds())
    expect(lines.ofPlain(plainRow([1, 2, 3, 0.4, 5]), layout)).not.toBeNull()
    expect(lines.ofPlain(plainRow([1, 2, 3, 0.4, 5]), { ...layout })).toBeNull()
  })
})
