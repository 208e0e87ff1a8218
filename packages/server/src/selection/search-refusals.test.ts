import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const readFields = async (answer: Response) => {
  const body: unknown = await answer.json()
  expect(body).toMatchObject({ status: 422, code: 'request.invalid', titleZh: expect.any(String) })
  return typeof body === 'object' && body !== null && 'fields' in body ? body.fields : null
}
const told = (field: string, problem: RegExp, problemZh: RegExp) => [
  { field, problem: expect.stringMatching(problem), problemZh: expect.stringMatching(problemZh) },
]

describe('a question that cannot be asked is told which field, where, and what is allowed', () => {
  test.each<{ query: unknown; field: string; en: RegExp; zh: RegExp }>([
    {
      query: { filters: [{ field: 'shoeSize', any: ['42'] }] },
      field: 'filters.0.field',
      en: /one of "platform"\|"type"/,
      zh: /以下之一：platform、type/,
    },
    {
      query: {
        filters: [
          { field: 'platform', any: ['douyin'] },
          { field: 'followers', from: '5万' },
        ],
      },
      field: 'filters.1.from',
      en: /expected number/,
      zh: /应为数字/,
    },
    { query: { filters: [{ field: 'platform', any: 'douyin' }] }, field: 'filters.0.any', en: /expected array/, zh: /应为列表/ },
    { query: { filters: [{ field: 'platform', any: [3] }] }, field: 'filters.0.any.0', en: /expected string/, zh: /应为文本/ },
    { query: { filters: [{ field: 'platform', any: [] }] }, field: 'filters.0.any', en: />=1/, zh: /至少 1 项/ },
    { query: { filters: [{ field: 'followers', any: ['5000'] }] }, field: 'filters.0.any', en: /holds numbers: give from/, zh: /是数值/ },
    { query: { filters: [{ field: 'platform', from: 3 }] }, field: 'filters.0.from', en: /holds words: give any/, zh: /是文字/ },
    {
      query: { filters: [{ field: 'followers', from: 9, below: 3 }] },
      field: 'filters.0.below',
      en: /give a larger one/,
      zh: /请填更大的数/,
    },
    { query: { sort: 'shoeSize' }, field: 'sort', en: /one of "name"\|"platform"/, zh: /以下之一：name、platform/ },
    { query: { provinceShare: 0.12 }, field: 'provinceShare', en: /one of 0.1\|0.15/, zh: /以下之一：0.1、0.15/ },
    { query: { limit: 1000 }, field: 'limit', en: /200/, zh: /不得大于 200/ },
    { query: { filter: [] }, field: '', en: /key: "filter"/, zh: /不认识的字段：filter/ },
  ])('$query', async ({ query, field, en, zh }) => {
    expect(await readFields(await owner.send('POST /api/v1/creator-searches', query))).toEqual(told(field, en, zh))
    const kept = await owner.send('POST /api/v1/saved-searches', { name: '示例', isShared: false, query })
    expect(await readFields(kept)).toEqual(told(field === '' ? 'query' : `query.${field}`, en, zh))
  })

  test.each<{ asked: string; field: string; en: RegExp; zh: RegExp }>([
    { asked: 'sort=shoeSize', field: 'sort', en: /none of: name, .*followers.*minus/, zh: /只能是：name.*减号/ },
    { asked: 'sort=--followers', field: 'sort', en: /none of/, zh: /只能是/ },
    { asked: 'followers=5000', field: '', en: /key: "followers"/, zh: /不认识的字段：followers/ },
    { asked: 'type=star', field: 'type', en: /one of .*koc/, zh: /以下之一.*koc/ },
    { asked: 'limit=0', field: 'limit', en: />=1/, zh: /不得小于 1/ },
    { asked: 'limit=many', field: 'limit', en: /expected number/, zh: /应为数字/ },
  ])('GET /creators?$asked', async ({ asked, field, en, zh }) => {
    expect(await readFields(await owner.send(`GET /api/v1/creators?${asked}`))).toEqual(told(field, en, zh))
  })

  test.each([
    { sort: 'followers', order: '-name', key: '示例·小鹿' },
    { sort: 'name', order: '-followers', key: 12_000 },
    { sort: 'followers', order: '-viewsP50', key: 12_000 },
    { sort: 'followers', order: 'followers', key: 12_000 },
    { sort: 'followers', order: '-followers', key: '示例·小鹿' },
  ])('the place of $order is no place by $sort downwards: it used to give the first page again, or rows of its own', async (asked) => {
    const { sort, order, key } = asked
    const answer = await owner.send('POST /api/v1/creator-searches', { sort, after: { order, id: '01', key } })
    expect(await readFields(answer)).toEqual(told('after.key', /first page again/, /从第一页重新查询/))
    const unknown = await owner.send('POST /api/v1/creator-searches', { sort, after: { order: `-${sort}`, id: '01', key: null } })
    expect(unknown.status).toBe(200)
  })

  test('the cursor of another order is refused by the list too; one that is none of ours begins at the beginning', async () => {
    const cursorOf = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
    const cursor = cursorOf({ order: '-followers', id: '01', key: 12_000 })
    for (const sort of ['-viewsP50', 'followers', 'name'])
      expect(await readFields(await owner.send(`GET /api/v1/creators?sort=${sort}&cursor=${cursor}`))).toEqual(
        told('cursor', /first page again/, /从第一页重新查询/),
      )
    expect((await owner.send(`GET /api/v1/creators?sort=-followers&cursor=${cursor}`)).status).toBe(200)
    expect((await owner.send(`GET /api/v1/creators?sort=name&cursor=${cursorOf({ id: '01', key: 1 })}`)).status).toBe(200)
  })

  test('a character that no text may hold is told in both languages', async () =>
    expect(await readFields(await owner.send('POST /api/v1/creator-searches', { text: 'a\u0000b' }))).toEqual(
      told('text', /NUL/, /不允许的字符/),
    ))

  test('unknown is asked of numbers and words alike', async () => {
    const filters = [
      { field: 'followers', any: [null] },
      { field: 'platform', unknown: true },
    ]
    expect((await owner.send('POST /api/v1/creator-searches', { filters })).status).toBe(200)
  })
})
