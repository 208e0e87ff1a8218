import {
  discover,
  DISCOVERY_FIELD_NAMES,
  DISCOVERY_FIELDS,
  discoveryQuerySchema,
  markProvinces,
  PROVINCE_SHARES,
  putDiscoveryRows,
  startDiscoveryIndex,
  type DiscoveryFieldName,
  type JoinedIds,
} from '@kolibra/core/selection'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { COLUMN_OF } from './creator-row-store.ts'
import { readAllRows, readMatches, searchRows } from './discovery-store.ts'

const ROWS = 120
const WORDS = ['甲', '乙', '丙', 'filed']
const PLACES = WORDS.slice(0, 2)
const SHARES = [0.01, 0.1, 0.15, 0.19, 0.2, 0.5]
const NUMBERS = [0, 0.1, 0.5, 1, 999, 1000, 50_000, 20_089]
let house: TestHouse
let workspaceId: string
let ids: string[]

/** A value that the column of a field takes: words and numbers of a small stock, so that conditions meet something. */
function makeValue(field: DiscoveryFieldName, pick: (size: number) => number): unknown {
  if (field === 'filed') return [true, false, null][pick(3)]
  const { kind } = DISCOVERY_FIELDS[field]
  if (field === 'audienceProvinces')
    return markProvinces(Object.fromEntries(PLACES.slice(pick(3)).map((place) => [place, SHARES[pick(SHARES.length)] ?? 0])))
  if (kind === 'tags') return WORDS.filter(() => pick(3) === 0)
  if (pick(4) === 0) return null
  if (kind === 'one') return WORDS[pick(WORDS.length)]
  const number = NUMBERS[pick(NUMBERS.length)] ?? 0
  return ['followers', 'priceFen', 'observedDay'].includes(field) ? Math.round(number) : number
}

beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
  let state = 7
  const pick = (size: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * size)
  }
  ids = await house.inWorkspace(workspaceId, async (ctx) => {
    const made = Array.from({ length: ROWS }, () => ctx.mintId())
    const keysOf = (id: string) => ({ workspace_id: workspaceId, creator_id: id })
    const creators = made.map((id, n) => ({ ...keysOf(id), platform: 'douyin', account_id: `a${n}`, created_at: ctx.now }))
    const rows = made.map((id, n) => {
      const held = Object.fromEntries(DISCOVERY_FIELD_NAMES.map((field) => [COLUMN_OF[field], makeValue(field, pick)]))
      const name = pick(5) === 0 ? null : `${WORDS[pick(3)]}${pick(6)}`
      const text = { name_key: name, search_text: `${name ?? ''} a${n}` }
      return { categories: [], sources: [], languages: [], ...held, ...keysOf(id), ...text }
    })
    await ctx.tx.insertInto('creators').values(creators).execute()
    await ctx.tx.insertInto('creator_rows').values(rows).execute()
    return made
  })
})
afterAll(() => house.close())

const field = fc.constantFrom(...DISCOVERY_FIELD_NAMES)
const limit = fc.option(fc.constantFrom(...NUMBERS))
const provinces = fc.record({
  field: fc.constant('audienceProvinces' as const),
  any: fc.array(fc.option(fc.constantFrom(...PLACES)), { minLength: 1, maxLength: 3 }),
})
const condition = fc.oneof(
  provinces,
  fc.record({ field, any: fc.array(fc.option(fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, from: limit, below: limit, unknown: fc.boolean() }),
)
const question = fc.record({
  filters: fc.array(condition, { maxLength: 4 }),
  provinceShare: fc.constantFrom(...PROVINCE_SHARES),
  text: fc.constantFrom('', '', '甲', '乙 a1', 'A9'),
  sort: fc.constantFrom('name' as const, ...DISCOVERY_FIELD_NAMES),
  isDescending: fc.boolean(),
  limit: fc.constantFrom(7, 200),
})

test('index, plain SQL and the cursor of an export find the same rows in the same order, whatever is asked', async () => {
  await house.inWorkspace(workspaceId, async (ctx) => {
    const index = startDiscoveryIndex()
    for await (const batch of readAllRows(ctx)) putDiscoveryRows(index, batch)
    const some = fc.subarray(ids)
    const joinedIds: fc.Arbitrary<JoinedIds> = fc.record({ only: fc.option(some), without: some })
    await fc.assert(
      fc.asyncProperty(question, fc.option(joinedIds, { nil: undefined }), async (asked, joined) => {
        const query = discoveryQuerySchema.parse(asked)
        const { facets, ...found } = discover(index, query, joined)
        expect(facets).toHaveLength(DISCOVERY_FIELD_NAMES.length)
        expect(await searchRows(ctx, query, joined)).toEqual(found)
        const following = { ...query, after: found.next, limit: 5 }
        const { facets: _facets, ...second } = discover(index, following, joined)
        expect(await searchRows(ctx, following, joined)).toEqual(second)
        const exported: string[] = []
        for await (const batch of readMatches(ctx, query, joined)) exported.push(...batch)
        expect(exported).toHaveLength(found.total)
        expect(exported.slice(0, query.limit)).toEqual(found.ids)
        if (found.next !== null) expect(exported.slice(query.limit, query.limit + 5)).toEqual(second.ids)
      }),
      { numRuns: 150 },
    )
  })
})
