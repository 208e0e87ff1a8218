import { array, assert, constantFrom, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnPeers, newAccount, newPost, scoreAgainst, vetAccounts, vetAgainst } from '../index.ts'
import type { Account } from '../schema.ts'

/** Accounts of one tier and category with six posts each; `likes` is what their posts usually get. */
const liked = (accountId: string, likes: number): Account =>
  newAccount({
    platform: 'xiaohongshu',
    accountId,
    followers: 60_000,
    categories: ['护肤'],
    posts: Array.from({ length: 6 }, (_, n) =>
      newPost({ postId: `${accountId}-${n}`, views: 10_000 + 100 * n, likes: likes + n, comments: 20 + n, shares: 10, saves: 50 }),
    ),
  })
const crowd = (likes: readonly number[]) => likes.map((each, n) => liked(`c${n}`, each))
const manyLikes = array(integer({ min: 50, max: 3000 }), { minLength: 9, maxLength: 30 })
const words = constantFrom('好', '已下单', '这个颜色真的很好看呀')
const HELD = { comments: [], posts: [], series: [] }

describe('one account against peers that were learned before', () => {
  test('is vetted as it is among all of them, where it is one of them', () => {
    assert(
      property(manyLikes, nat(), array(words, { maxLength: 60 }), (likes, place, texts) => {
        const accounts = crowd(likes)
        const at = place % accounts.length
        const account = accounts[at]!
        const comments = texts.map((text) => ({ postId: `${account.accountId}-0`, text }))
        const alone = vetAgainst(learnPeers(accounts), { account, at }, { ...HELD, comments })
        expect(alone).toEqual(vetAccounts(accounts, comments)[at])
      }),
      { numRuns: 30 },
    )
  })

  test('has one score, whether the whole report is asked for or the score alone', () => {
    assert(
      property(manyLikes, integer({ min: 50, max: 30_000 }), array(words, { maxLength: 60 }), (likes, own, texts) => {
        const [peers, account] = [learnPeers(crowd(likes)), liked('own', own)]
        const held = { ...HELD, comments: texts.map((text) => ({ postId: 'own-1', text })) }
        const seeker = { account, at: null }
        expect(scoreAgainst(peers, seeker, held)).toBe(vetAgainst(peers, seeker, held).authenticity.score)
      }),
      { numRuns: 30 },
    )
  })

  test('who is none of them is counted in where it is ranked, and needs eight others', () => {
    const account = liked('own', 100)
    const vet = (peers: number) =>
      vetAgainst(learnPeers(crowd(Array.from({ length: peers }, (_, n) => 200 + n))), { account, at: null }, HELD)
    const rate = (peers: number) => vet(peers).standing.percentiles.find(({ measure }) => measure === 'interactionRate')
    expect(rate(8)).toMatchObject({ n: 9, percentile: 1 / 18 })
    expect(vet(8).authenticity.signals.map(({ code }) => code)).toContain('engagement.rate')
    expect(vet(7).authenticity.signals.map(({ code }) => code)).not.toContain('engagement.rate')
  })
})
