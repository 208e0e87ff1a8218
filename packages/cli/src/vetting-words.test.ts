import { newAccount, newMetric, newPost, vetAccounts, VETTING_SIGNALS, type Account } from '@kolibra/core/creators'
import { LANGUAGES, type Language } from '@kolibra/core/shared'
import { describe, expect, test } from 'vitest'
import { renderVettings } from './render-vettings.ts'

const metric = (name: string, value: number) => newMetric({ name, value, unit: 'plays', source: 's', column: 'c', importId: 'i' })
const posts = (views: number, likes: number) =>
  Array.from({ length: 10 }, (_, n) => newPost({ postId: `p${views}-${n}`, views, likes, comments: 2, shares: 1, saves: 1 }))
const faded = (boost: boolean): Account =>
  newAccount({
    platform: 'xiaohongshu',
    accountId: boost ? 'boosted' : 'plain',
    followers: 60_000,
    posts: posts(400, 350),
    metrics: [metric('viewsMedian', 7200), ...(boost ? [metric('expectedPlaysPromoted', 90_000)] : [])],
  })
const show = (accounts: readonly Account[], language: Language) =>
  renderVettings(vetAccounts(accounts, []), { language, nameOf: (id) => id })
const rowOf = (text: string, id: string) => text.split('\n').find((line) => line.trim().startsWith(`${id} `)) ?? ''

/** Words for people, not for numbers; the report speaks of numbers. */
const ACCUSING = /fraud|fake|cheat|bought follow|造假|作弊|刷量|刷粉|刷赞|水军|买粉|虚假/i

describe('the vetting on the command line', () => {
  test('tells a median that the last posts contradict with both numbers, in both languages', () => {
    expect(show([faded(false)], 'en')).toContain('(the platform says 7,200, the last 10 posts held have 400): above the ceiling of 3.')
    expect(show([faded(false)], 'zh')).toContain('（平台称 7,200，所持最近 10 篇为 400）：高于上限 3。')
  })

  test('names paid promotion as legal and takes nothing off for it', () => {
    const text = show([faded(false), faded(true)], 'en')
    const numbersOf = (id: string) =>
      rowOf(text, id)
        .trim()
        .split(/\s{2,}/)
        .slice(2, 4)
    expect(numbersOf('boosted')).toEqual(numbersOf('plain'))
    expect(text).toContain('boosted  paid promotion is used or offered; that is legal and explains high views')
    expect(text).not.toContain('plain  paid promotion')
    expect(show([faded(true)], 'zh')).toContain('付费加热；属合规行为')
  })

  test('puts the evidence held beside the score, and calls nothing clean without any', () => {
    const [{ authenticity } = { authenticity: { score: null, completeness: 0 } }] = vetAccounts([faded(false)], [])
    const share = `${(100 * authenticity.completeness).toFixed(1)}%`
    expect(rowOf(show([faded(false)], 'en'), 'plain')).toMatch(
      new RegExp(`\\s${Math.floor(authenticity.score ?? Number.NaN)}\\s+${share}\\s`),
    )
    expect(show([newAccount({ platform: 'xiaohongshu', accountId: 'bare' })], 'en')).toMatch(
      /unknown\s+0%[\s\S]*no evidence is no clean record/,
    )
  })

  test('accuses nobody, whatever it finds and whatever it lacks', () => {
    for (const language of LANGUAGES) expect(show([faded(true), faded(false)], language)).not.toMatch(ACCUSING)
    for (const { name, needs } of VETTING_SIGNALS) expect(`${name.en}${name.zh}${needs.en}${needs.zh}`).not.toMatch(ACCUSING)
  })
})
