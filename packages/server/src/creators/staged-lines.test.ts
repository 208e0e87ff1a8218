import { completeAccount, importStream, newAccount, type AccountDraft, type Cell, type ImportedPiece } from '@kolibra/core/imports'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StagedRow } from '../platform/staging-store.ts'
import { assembleAccount } from './assemble-account.ts'
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
