import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

async function upload(things: readonly object[] | string, name: string) {
  const form = new FormData()
  form.set('file', new File([typeof things === 'string' ? things : things.map((thing) => JSON.stringify(thing)).join('\n')], name))
  const answer = await owner.send('POST /api/v1/imports', form)
  expect(answer.status).toBe(200)
  return (await answer.json()).report
}
const rowOf = async () => (await (await owner.send('GET /api/v1/creators?q=own-posts-1')).json()).items[0]

const VIDEOS = Array.from({ length: 12 }, (_, at) => ({
  video_id: `own-video-${at}`,
  video_type: 'video',
  title: '示例',
  desc: '示例',
  user_id: 'own-posts-1',
  nickname: '示例·片',
  create_time: Date.UTC(2026, 9, 1 + at) / 1000,
  last_modify_ts: Date.UTC(2026, 9, 20),
  liked_count: '900',
  video_play_count: String(40_000 + at * 1000),
  video_comment: '30',
  video_url: `https://www.bilibili.com/video/av${at}`,
}))

test('posts that came as posts count for the forecast of the list and of the page', async () => {
  await upload('平台,昵称,账号ID,粉丝数\nB站,示例·片,own-posts-1,120000\n', 'list.csv')
  const before = await rowOf()
  expect((await upload(VIDEOS, 'videos.jsonl')).accepted.posts).toBe(12)
  const { id, viewsP10, viewsP50, viewsP90 } = await rowOf()
  expect([viewsP50 > 35_000, viewsP50 < 60_000]).toEqual([true, true])
  expect(viewsP90 / viewsP10).toBeLessThan(before.viewsP90 / before.viewsP10 / 2)
  const page = await (await owner.send(`GET /api/v1/creators/${id}/page`)).json()
  expect(page.forecast).toMatchObject({ posts: 12, p50: viewsP50 })
})
