import { sql } from 'kysely'
import type { Context } from './context.ts'

const CHUNK = 500

/** Puts items of an import into the unlogged staging table, as JSON. Only the owner role may; a crash empties it. */
export async function stageItems(ctx: Context, place: { importId: string; target: string }, items: readonly unknown[]): Promise<void> {
  const { importId, target } = place
  for (let from = 0; from < items.length; from += CHUNK) {
    const chunk = JSON.stringify(items.slice(from, from + CHUNK))
    await sql`INSERT INTO kolibra_staging.import_items (import_id, target, item)
      SELECT ${importId}::uuid, ${target}, item FROM jsonb_array_elements(${chunk}::jsonb) AS item`.execute(ctx.tx)
  }
}

/** Takes the import's items out again, at the end of its transaction. */
export async function clearStaging(ctx: Context, importId: string): Promise<void> {
  await sql`DELETE FROM kolibra_staging.import_items WHERE import_id = ${importId}::uuid`.execute(ctx.tx)
}
