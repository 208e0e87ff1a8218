import { describe, expect, test } from 'vitest'
import { importRecords, importStream, runSteps, type Cell, type DecodedFile, type ImportOptions } from './index.ts'
import { table } from './test/read-checked.ts'

const TODAY = '2026-11-28'
const OPTIONS: ImportOptions = { source: 'auto', importId: 'sha256:00', today: TODAY, saidObservedOn: '2026-11-01' }
const SAID = '2026-10-31T16:00:00.000Z'

function read(file: DecodedFile, options: ImportOptions = OPTIONS) {
  const outcome = importRecords(file, options)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const creators = (day: Cell) =>
  table(['小红书昵称', '小红书号', '粉丝数', '图文报价', '数据更新至'], ['示例·小鹿', 'kol1', '1200', '300', day])
const posts = (seen: Cell, published: Cell) =>
  table(
    [
      'note_id',
      'type',
      'title',
      'desc',
      'time',
      'user_id',
      'liked_count',
      'collected_count',
      'comment_count',
      'last_modify_ts',
      'note_url',
    ],
    ['65a1b2c3d4e5f60718293a4b', 'normal', '示例', '示例', published, '5f3a5f3a5f3a5f3a5f3a5f3a', '12', '1', '2', seen, ''],
  )
const comments = (at: Cell) =>
  table(
    ['comment_id', 'note_id', 'content', 'pictures', 'like_count', 'user_id', 'create_time'],
    ['c1', '65a1b2c3d4e5f60718293a4b', '好看', '', '3', 'u1', at],
  )

describe('a day that has not come yet is none on which anything was seen', () => {
  test.each(['9999-01-01', '2099-12-31', '2026-11-30'])(
    'a creator observed on %s keeps the day said for the file, and the cell is told',
    (day) => {
      const { accounts, report } = read(creators(day))
      expect(accounts[0]?.metrics[0]?.observedAt).toBe(SAID)
      expect(accounts[0]?.quotes[0]?.observedAt).toBe(SAID)
      expect(report.problems).toEqual([{ record: 1, column: '数据更新至', code: 'time.to_come', value: day }])
      expect(report.rejected).toBe(0)
    },
  )

  test.each(['2026-11-28', '2026-11-29', '2020-01-01'])('near miss: %s stands, as the clock of another zone may have written it', (day) => {
    const { accounts, report } = read(creators(day))
    expect(accounts[0]?.metrics[0]?.observedAt).not.toBe(SAID)
    expect(report.problems).toEqual([])
  })

  test('nothing said for the file either: when it was seen is not known', () =>
    expect(read(creators('9999-01-01'), { ...OPTIONS, saidObservedOn: undefined }).accounts[0]?.metrics[0]?.observedAt).toBeNull())

  test('who says no day of import has no clock to judge by', () =>
    expect(read(creators('9999-01-01'), { ...OPTIONS, today: undefined }).report.problems).toEqual([]))

  test('a post seen or published then', () => {
    const { posts: held, report } = read(posts('253370764800000', '2099-01-01 10:00'))
    expect(held[0]).toMatchObject({ publishedAt: null, observations: [{ observedAt: SAID, likes: 12 }] })
    expect(report.problems.map(({ column, code }) => [column, code])).toEqual([
      ['time', 'time.to_come'],
      ['last_modify_ts', 'time.to_come'],
    ])
  })

  test('a comment written then', () => {
    const { comments: held, report } = read(comments('2099-01-01 10:00:00'))
    expect(held).toMatchObject([{ commentId: 'c1', at: null }])
    expect(report.problems).toMatchObject([{ code: 'time.to_come' }])
  })

  test('the day in a file’s name is passed over, and a note says so', () => {
    const file = { ...creators(null), name: 'list_2099-01-01.csv' }
    const { accounts, report } = read(file)
    expect(accounts[0]?.metrics[0]?.observedAt).toBe(SAID)
    expect(report.notes).toContain("The day in the file's name, 2098-12-31T16:00:00.000Z, has not come yet and was not used.")
    expect(read({ ...file, name: 'list_2026-11-20.csv' }).accounts[0]?.metrics[0]?.observedAt).toBe('2026-11-19T16:00:00.000Z')
  })

  test('a table in pieces says the same', () => {
    const file = creators('9999-01-01')
    if (file.shape !== 'table') throw new Error('A table was made')
    const [{ header = [], rows = [] } = {}] = file.tables
    const all: (readonly Cell[])[] = [header, ...rows]
    const stream = { head: file, pieces: () => [{ rows: all, share: 1 }] }
    const streamed = runSteps(importStream(stream, OPTIONS))
    if (streamed === null || !streamed.ok) throw new Error('not read in pieces')
    const pieces = [...streamed.value.pieces()]
    expect(pieces.flatMap(({ drafts }) => drafts)[0]?.observedAt).toBe(SAID)
    expect(streamed.value.report().problems).toEqual(read(file).report.problems)
  })
})
