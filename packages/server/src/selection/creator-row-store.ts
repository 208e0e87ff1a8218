import type { Forecast } from '@kolibra/core/planning'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** What the table of creators shows of one creator; computed, never a source. */
export interface CreatorRowDraft {
  readonly creatorId: string
  readonly type: string | null
  readonly basis: string | null
  readonly followers: number | null
  readonly categories: readonly string[]
  readonly priceFen: number | null
  readonly priceFormat: string | null
  readonly filed: boolean | null
  readonly interactRate: number | null
  readonly sources: readonly string[]
  readonly observedAt: string | null
  readonly forecast: Forecast | null
}

const CHUNK = 1000

/** Replaces the rows of the given creators. */
export async function replaceCreatorRows(ctx: Context, drafts: readonly CreatorRowDraft[]): Promise<void> {
  for (let from = 0; from < drafts.length; from += CHUNK) {
    const rows = drafts.slice(from, from + CHUNK).map((draft) => ({
      workspace_id: ctx.workspaceId,
      creator_id: draft.creatorId,
      creator_type: draft.type,
      type_basis: draft.basis,
      followers: draft.followers,
      categories: [...draft.categories],
      price_fen: draft.priceFen,
      price_format: draft.priceFormat,
      filed: draft.filed,
      views_p10: draft.forecast?.p10 ?? null,
      views_p50: draft.forecast?.p50 ?? null,
      views_p90: draft.forecast?.p90 ?? null,
      interact_rate: draft.interactRate,
      sources: [...draft.sources],
      observed_at: draft.observedAt,
      forecast: draft.forecast === null ? null : JSON.stringify(draft.forecast),
    }))
    await ctx.tx
      .insertInto('creator_rows')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'creator_id']).doUpdateSet((eb) => ({
          creator_type: eb.ref('excluded.creator_type'),
          type_basis: eb.ref('excluded.type_basis'),
          followers: eb.ref('excluded.followers'),
          categories: eb.ref('excluded.categories'),
          price_fen: eb.ref('excluded.price_fen'),
          price_format: eb.ref('excluded.price_format'),
          filed: eb.ref('excluded.filed'),
          views_p10: eb.ref('excluded.views_p10'),
          views_p50: eb.ref('excluded.views_p50'),
          views_p90: eb.ref('excluded.views_p90'),
          interact_rate: eb.ref('excluded.interact_rate'),
          sources: eb.ref('excluded.sources'),
          observed_at: eb.ref('excluded.observed_at'),
          forecast: sql`excluded.forecast`,
        })),
      )
      .execute()
  }
}
