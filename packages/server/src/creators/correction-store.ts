import { correctionInputSchema, correctionSchema, type Correction, type CorrectionInput } from '@kolibra/core/creators'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const storedSchema = z.object({
  ...correctionSchema.omit({ input: true }).shape,
  creatorId: z.uuid(),
  field: z.string(),
  format: z.string().nullable(),
  place: z.unknown(),
  value: z.union([z.string(), z.number(), z.record(z.string(), z.unknown())]),
})

/** Corrections by creator, newest first, of the given creators or of all. */
export async function listCorrections(ctx: Context, creatorIds: readonly string[] | null): Promise<Map<string, Correction[]>> {
  const { rows } = await sql`
    SELECT creator_id AS "creatorId", correction_id AS id, field, format, place, typed_value AS value, old_value AS "oldValue",
      entered_at AS "enteredAt", members.name AS "enteredBy", withdrawn_at AS "withdrawnAt"
    FROM creator_corrections AS correction
    LEFT JOIN members ON members.workspace_id = correction.workspace_id AND members.user_id = entered_by
    WHERE correction.workspace_id = ${ctx.workspaceId}
      AND (${creatorIds === null} OR creator_id = ANY(${[...(creatorIds ?? [])]}::uuid[]))
    ORDER BY entered_at DESC, correction_id DESC`.execute(ctx.tx)
  const byCreator = new Map<string, Correction[]>()
  for (const { creatorId, field, format, place, value, ...kept } of z.array(storedSchema).parse(rows)) {
    const list = byCreator.get(creatorId) ?? []
    list.push({ ...kept, input: correctionInputSchema.parse({ field, format, place, value }) })
    byCreator.set(creatorId, list)
  }
  return byCreator
}

/** Keeps a typed value with what stood there before. */
export async function insertCorrection(
  ctx: Context,
  creatorId: string,
  { id, input, oldValue }: { id: string; input: CorrectionInput; oldValue: string | number | null },
): Promise<void> {
  await ctx.tx
    .insertInto('creator_corrections')
    .values({
      workspace_id: ctx.workspaceId,
      creator_id: creatorId,
      correction_id: id,
      field: input.field,
      format: 'format' in input ? input.format : null,
      place: 'place' in input ? JSON.stringify(input.place) : null,
      typed_value: JSON.stringify(input.value),
      old_value: oldValue === null ? null : JSON.stringify(oldValue),
      entered_by: ctx.actor.id,
      entered_at: ctx.now,
    })
    .execute()
}

/** Whose correction it is; undefined when there is none of this id. */
export async function findCorrectionOwner(ctx: Context, id: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('creator_corrections')
    .select('creator_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('correction_id', '=', id)
    .executeTakeFirst()
  return row?.creator_id
}

/** Marks a correction as withdrawn; false when somebody was faster. */
export async function withdrawRow(ctx: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('creator_corrections')
    .set({ withdrawn_by: ctx.actor.id, withdrawn_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('correction_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
