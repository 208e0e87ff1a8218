import { describe, expect, test } from 'vitest'
import { importRecords, type Cell } from './index.ts'
import { readChecked, table } from './test/read-checked.ts'

const OLD = ['note_id', 'type', 'title', 'desc', 'video_url', 'time', 'last_update_time', 'user_id', 'nickname', 'avatar']
const OLD_REST = [
  'liked_count',
  'collected_count',
  'comment_count',
  'share_count',
  'ip_location',
  'image_list',
  'tag_list',
  'last_modify_ts',
  'note_url',
  'source_keyword',
  'xsec_token',
]
const OLD_HEADER = [...OLD, ...OLD_REST]
const NEW_HEADER = OLD_HEADER.filter((name) => !['user_id', 'avatar', 'ip_location'].includes(name)).toSpliced(7, 0, 'creator_hash')

const note = (fields: Record<string, Cell>, header = OLD_HEADER): Cell[] => {
  const base: Record<string, Cell> = {
    note_id: '611e76000000000021037600',
    type: 'normal',
    title: '示例标题',
    time: '1773833477000',
    user_id: '8b221fe7338aa5524d7aa74f',
    creator_hash: 'a1b2c3d4e5f60718',
    liked_count: '2.2万',
    collected_count: '310',
    comment_count: '',
    share_count: '0',
    last_modify_ts: '1773920000000',
    note_url: 'https://www.xiaohongshu.com/explore/611e76000000000021037600',
  }
  return header.map((name) => fields[name] ?? base[name] ?? '')
}

describe('MediaCrawler Xiaohongshu posts', () => {
  test('old header: counts, times and author; unknown is not zero', () => {
    const { report, posts } = readChecked(table(OLD_HEADER, note({})))
    expect(report).toMatchObject({
      source: { id: 'mediacrawler.xhs.contents', confidence: 1 },
      records: 1,
      accepted: { accounts: 0, posts: 1 },
      unmapped: [],
    })
    expect(posts[0]).toMatchObject({ accountId: '8b221fe7338aa5524d7aa74f', format: 'image_note', publishedAt: '2026-03-18T11:31:17.000Z' })
    expect(posts[0]?.observations[0]).toMatchObject({
      observedAt: '2026-03-19T11:33:20.000Z',
      likes: 22_000,
      saves: 310,
      comments: null,
      shares: 0,
      views: null,
    })
  })

  test('new header: the pseudonym identifies nobody', () => {
    const { report, posts } = readChecked(table(NEW_HEADER, note({}, NEW_HEADER)))
    expect(posts[0]?.accountId).toBeNull()
    expect(report.notes.join()).toContain('pseudonym')
    expect(JSON.stringify(posts)).not.toContain('a1b2c3d4e5f60718')
  })

  test('new header: the pseudonym stays with the post where ids are held to compare it with', () => {
    const held = { source: 'auto', importId: 'sha256:00', keepsAuthorHash: true }
    const understood = importRecords(table(NEW_HEADER, note({}, NEW_HEADER)), held)
    if (!understood.ok) throw new Error('refused')
    expect(understood.value.posts[0]).toMatchObject({ accountId: null, authorHash: 'a1b2c3d4e5f60718' })
    const erased = importRecords(table(NEW_HEADER, note({}, NEW_HEADER)), {
      ...held,
      isErased: (_platform, id) => id === 'creator_hash:a1b2c3d4e5f60718',
    })
    if (!erased.ok) throw new Error('refused')
    expect(erased.value).toMatchObject({ posts: [], rejects: [{ code: 'id.erased', original: {} }] })
  })

  test('a repeated note is a duplicate; one seen later is a further observation, one alike is not', () => {
    const { report, posts } = readChecked(
      table(OLD_HEADER, note({}), note({}), note({ liked_count: '23000', last_modify_ts: '1773930000000' })),
    )
    expect(report).toMatchObject({ records: 3, duplicates: 2, rejected: 0, observations: 2 })
    expect(report.records).toBe(report.accepted.posts + report.duplicates + report.rejected)
    expect(posts[0]?.observations.map(({ likes }) => likes)).toEqual([22_000, 23_000])
  })

  test('a header appended inside the file is no record, and what follows is read under it', () => {
    const { report, posts } = readChecked(
      table(OLD_HEADER, note({}), NEW_HEADER, note({ note_id: '6139c0420000000001021111' }, NEW_HEADER)),
    )
    expect(report).toMatchObject({ records: 2, accepted: { posts: 2 } })
    expect(posts.map(({ accountId }) => accountId)).toEqual(['8b221fe7338aa5524d7aa74f', null])
  })

  test.each([
    { why: 'as they were written', pad: 0 },
    { why: 'filled up by a reader', pad: 2 },
  ])('rows of the new version under the old header fall into place, $why', ({ pad }) => {
    const row = [...note({ note_id: '6139c0420000000001021111' }, NEW_HEADER), ...Array.from({ length: pad }, () => null)]
    const { posts } = readChecked(table(OLD_HEADER, note({}), row))
    expect(posts[1]).toMatchObject({ accountId: null, observations: [{ likes: 22_000, saves: 310 }] })
  })

  test('a row that falls into place under no header is rejected, the others stay', () => {
    const { report, rejects } = readChecked(table(OLD_HEADER, note({ note_url: '310' }), note({})))
    expect(report).toMatchObject({ records: 2, rejected: 1, accepted: { posts: 1 }, problems: [{ record: 1, code: 'record.shifted' }] })
    expect(rejects[0]?.original['note_id']).toBe('611e76000000000021037600')
  })

  test('lines of JSON read alike', () => {
    const document = Object.fromEntries(NEW_HEADER.map((name, at) => [name, note({}, NEW_HEADER)[at]]))
    const { report } = readChecked({
      name: 'x_2026-03-20.jsonl',
      encoding: 'utf-8',
      shape: 'jsonl',
      documents: [document, { ...document, note_id: 7.1e18 }],
    })
    expect(report).toMatchObject({ records: 2, accepted: { posts: 1 }, rejected: 1, problems: [{ record: 2, code: 'id.lost_digits' }] })
  })

  test('a count that is a word is a problem of the cell, not of the record', () => {
    const { report, posts } = readChecked(table(OLD_HEADER, note({ liked_count: '很多' })))
    expect(report.problems).toEqual([{ record: 1, column: 'liked_count', code: 'number.unparsable', value: '很多' }])
    expect(posts[0]?.observations[0]?.likes).toBeNull()
  })
})
