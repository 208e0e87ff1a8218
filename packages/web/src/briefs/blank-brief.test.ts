import { briefSchema } from '@kolibra/core/briefs'
import { describe, expect, test } from 'vitest'
import { blankBrief, countPosts, readContacts } from './blank-brief.ts'

const seed = {
  productName: '修护霜',
  brand: 'Schneelinie',
  competitors: ['甲牌'],
  starts: '2027-03-01',
  ends: '2027-03-31',
  posts: [],
  kpis: [],
}

describe('blankBrief', () => {
  test('posts of the plan become deliverables inside the campaign window', () =>
    expect(blankBrief({ ...seed, posts: [{ platform: 'xiaohongshu', format: 'note', count: 3 }] }).deliverables).toEqual([
      {
        platform: 'xiaohongshu',
        format: 'note',
        count: 3,
        windowFrom: '2027-03-01',
        windowTo: '2027-03-31',
        id: 'd1',
        weight: 'must',
        slot: null,
        fixedTime: null,
        fixedCaption: null,
      },
    ]))
  test('nothing is demanded verbatim, competitors are named on both sides', () => {
    const brief = blankBrief(seed)
    expect(brief.verbatim).toEqual([])
    expect(brief.mustNot).toEqual([{ id: 'n1', weight: 'must', text: { zh: '不提及竞品 甲牌', en: 'Do not mention 甲牌' } }])
  })
})

test('countPosts tells what each creator has to deliver', () =>
  expect(
    countPosts([
      { creatorId: 'a', platform: 'douyin', format: 'video' },
      { creatorId: 'a', platform: 'xiaohongshu', format: 'note' },
      { creatorId: 'b', platform: 'douyin', format: 'video' },
      { creatorId: 'b', platform: 'douyin', format: 'video' },
    ]),
  ).toEqual([
    { platform: 'douyin', format: 'video', count: 2 },
    { platform: 'xiaohongshu', format: 'note', count: 1 },
  ]))
test('the goal’s KPIs are told as they stand', () =>
  expect(blankBrief({ ...seed, kpis: [{ name: 'views', target: 9, deadline: '2027-04-01' }] }).kpis).toEqual([
    { id: 'k1', name: 'views', target: 9, deadline: '2027-04-01' },
  ]))
test('a blank brief is one that a file may hold', () => expect(briefSchema.parse(blankBrief(seed))).toEqual(blankBrief(seed)))

const contacts = (text: string) => readContacts(text, [{ id: 'c1', role: 'legal', reach: 'https://x' }])
test('readContacts splits at the first colon of either script', () =>
  expect(contacts('媒介：wx-demo\nlegal: https://x\nnobody').map(({ role, reach }) => [role, reach])).toEqual([
    ['媒介', 'wx-demo'],
    ['legal', 'https://x'],
    ['nobody', ''],
  ]))
test('a contact that stood before keeps its id', () => expect(contacts('媒介：wx-demo\nlegal: https://x')[1]?.id).toBe('c1'))
