import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorHashOf, erasedIdOfHash, importRecords } from '../../imports/index.ts'
import { claimComments, describeImage, newAccount } from '../index.ts'

/** Stands for a hash: reversible, so that a test says what it expects. */
const sha256 = (text: string) => `${[...text].map((sign) => sign.charCodeAt(0).toString(16)).join('')}${'0'.repeat(64)}`.slice(0, 64)
const account = newAccount({ platform: 'xiaohongshu', accountId: 'own-id' })
const comment = (commentId: string, authorKey: string | null, parentId: string | null = null) => ({
  postId: 'p',
  commentId,
  parentId,
  authorKey,
  text: '多少钱？',
})

describe('comments of accounts that are held', () => {
  test('are known as theirs by the hash of the id; the share answered is then counted', () => {
    const comments = [comment('1', 'stranger'), comment('2', 'other'), comment('3', authorHashOf('own-id', sha256), '1')]
    const claimed = claimComments(comments, [account], sha256)
    expect(claimed.map(({ authorKey }) => authorKey)).toEqual(['stranger', 'other', 'own-id'])
    const shareOf = (held: typeof comments) => describeImage(account, { today: '2026-11-26', comments: held }).dialogue?.answeredShare
    expect([shareOf(comments), shareOf(claimed)]).toEqual([0, 0.5])
    expect(describeImage(account, { today: '2026-11-26', comments: claimed }).commentsHeld).toBe(3)
  })

  test('without an author stay without one', () => {
    expect(claimComments([comment('1', null)], [account], sha256)).toEqual([comment('1', null)])
  })

  test('property: nobody who is not held is ever named', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (ids) => {
        const strangers = ids.filter((id) => id.trim() !== 'own-id')
        const claimed = claimComments(
          strangers.map((id, at) => comment(String(at), authorHashOf(id, sha256))),
          [newAccount({ platform: 'douyin', accountId: '示例一个很长很长的账号' })],
          sha256,
        )
        for (const { authorKey } of claimed) expect(strangers.map((id) => authorHashOf(id, sha256))).toContain(authorKey)
      }),
    )
  })
})

describe('comments of a person who was erased', () => {
  const row = (more: object) => ({ comment_id: 'c1', note_id: 'n1', content: '示例', pictures: '', like_count: '1', ...more })
  const erased = erasedIdOfHash(authorHashOf('gone-id', sha256))
  const read = (documents: object[]) =>
    importRecords(
      { shape: 'json', name: 'comments.json', encoding: 'utf-8', documents },
      { source: 'auto', importId: 'sha256:00', sha256, isErased: (_platform, id) => id === erased },
    )

  test.each([
    { why: 'by id', author: { user_id: 'gone-id' } },
    { why: 'by hash', author: { creator_hash: authorHashOf('gone-id', sha256) } },
  ])('are rejected with that reason and nothing of what they say: $why', ({ author }) => {
    const outcome = read([row(author)])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    expect(outcome.value).toMatchObject({ comments: [], rejects: [{ code: 'id.erased', original: {} }], report: { rejected: 1 } })
  })

  test('leave those of others alone', () => {
    const outcome = read([row({ user_id: 'here-id' })])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    expect(outcome.value).toMatchObject({ comments: [{ commentId: 'c1', authorKey: authorHashOf('here-id', sha256) }], rejects: [] })
  })
})
