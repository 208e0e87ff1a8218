import { FREEDOM_TABLE, freedomTableSchema } from '@kolibra/core/briefs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUsual, draftOf, faultOfCost, faultOfUsual, nextVersion, tableOf, type CostDraft } from './freedom-form.ts'

const draft = draftOf(FREEDOM_TABLE)
const withFirst = (known: Partial<CostDraft>) => ({
  ...draft,
  costs: draft.costs.map((row, at) => (at === 0 ? { ...row, ...known } : row)),
})

describe('the weights of the freedom index as they are typed', () => {
  test('what was read is saved as it was', () => {
    expect(tableOf(draft, FREEDOM_TABLE.version)).toEqual(FREEDOM_TABLE)
  })

  test.each([
    { why: 'no number', known: { weight: 'x' }, fault: 'points' },
    { why: 'over 100', known: { weight: '101' }, fault: 'points' },
    { why: 'below 0', known: { cap: '-1' }, fault: 'points' },
    { why: 'half a point for free', known: { free: '1.5' }, fault: 'count' },
    { why: 'no source', known: { source: ' ' }, fault: 'source' },
  ] as const)('$why is said and not saved', ({ known, fault }) => {
    const all = withFirst(known)
    expect(all.costs.flatMap((row) => faultOfCost(row) ?? [])).toEqual([fault])
    expect(tableOf(all, 'v')).toBeNull()
  })

  test('a platform gets a length of its own, saved once it is filled in, and the row of all others stays the last', () => {
    const added = addUsual(draft, 'bilibili')
    expect(added.usual.at(-1)?.platform).toBeNull()
    expect(added.usual.flatMap((row) => faultOfUsual(row) ?? [])).toEqual(['characters'])
    const filled = {
      ...added,
      usual: added.usual.map((row) => (row.platform === 'bilibili' ? { ...row, characters: '800', source: '自测' } : row)),
    }
    const table = tableOf(filled, 'v')
    expect(freedomTableSchema.safeParse(table).success).toBe(true)
    expect(table?.usual).toContainEqual({ platform: 'bilibili', characters: 800, source: '自测' })
  })

  test('versions are counted up', () => {
    expect(nextVersion('freedom-1', 0)).toBe('freedom-1 #1')
    expect(nextVersion('freedom-1 #1', 1)).toBe('freedom-1 #2')
  })

  test('property: what the form lets through, the server takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -5, max: 120 })), (weight) => {
        const table = tableOf(withFirst({ weight: String(weight) }), 'v')
        if (table !== null) expect(freedomTableSchema.safeParse(table).success).toBe(true)
      }),
    )
  })
})
