import {
  DISCOVERY_FIELD_NAMES,
  discoveryQuerySchema,
  isOfOrder,
  nameOrder,
  pagePlaceSchema,
  type DiscoveryQuery,
  type PagePlace,
} from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import type { DiscoveryShelf } from './discovery-shelf.ts'
import { listRowsOf } from './queries.ts'

/** What the list can be sorted by: every field, the name, and `observedAt`, which is the field `observedDay`. */
export const SORT_KEYS = ['name', 'observedAt', ...DISCOVERY_FIELD_NAMES] as const

/** A page of the list as an address asks for it. */
export interface CreatorListQuery {
  readonly platform?: string | undefined
  readonly type?: string | undefined
  readonly q?: string | undefined
  /** A key of SORT_KEYS, downwards with a minus. */
  readonly sort: string
  readonly limit: number
  readonly cursor?: string | undefined
}

function readCursor(cursor: string | undefined): PagePlace | null {
  if (cursor === undefined) return null
  try {
    return pagePlaceSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    // A cursor that is not ours starts at the beginning, as an expired one would.
    return null
  }
}

// Ours, but of another order: the same rows would come again, or some never.
function refuseOtherOrder({ after, ...asked }: DiscoveryQuery): void {
  if (after === null || isOfOrder(after, asked)) return
  const order = nameOrder(asked)
  const problem = `is of another order than ${order}: ask for the first page again`
  throw new RequestError('request.invalid', {
    fields: [{ field: 'cursor', problem, problemZh: `不是按 ${order} 排序时的位置，请从第一页重新查询` }],
  })
}

function toQuestion({ platform, type, q = '', sort, limit, cursor }: CreatorListQuery): DiscoveryQuery {
  const key = sort.replace('-', '')
  const conditions = Object.entries({ platform, type }).flatMap(([field, word]) => (word === undefined ? [] : [{ field, any: [word] }]))
  const order = { sort: key === 'observedAt' ? 'observedDay' : key, isDescending: sort.startsWith('-') }
  return { ...discoveryQuerySchema.parse({ filters: conditions, ...order, limit, after: readCursor(cursor) }), text: q }
}

/** One page of creators by the same search as everywhere, and the cursor of the next. */
export async function readCreatorList(ctx: Context, shelf: DiscoveryShelf, asked: CreatorListQuery) {
  const question = toQuestion(asked)
  refuseOtherOrder(question)
  const { ids, total, next } = await shelf.search(ctx, question)
  const nextCursor = next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url')
  return { items: await listRowsOf(ctx, ids), total, nextCursor }
}
