import { blankWords, type PersonWords } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

interface KeptSearch {
  readonly searchId: string
  readonly ownerId: string
  readonly name: string
  readonly words: string | null
}

/** Takes the words by which somebody is known out of saved searches: out of what they look for, and out of what they are called. */
export async function blankSearches(ctx: Context, words: PersonWords): Promise<void> {
  const { rows } = await sql<KeptSearch>`
    SELECT search_id AS "searchId", owner_id AS "ownerId", name, query ->> 'text' AS words FROM saved_searches
    WHERE workspace_id = ${ctx.workspaceId} ORDER BY search_id`.execute(ctx.tx)
  const taken = new Set(rows.map(({ ownerId, name }) => `${ownerId} ${name}`))
  for (const { searchId, ownerId, name, words: text } of rows) {
    const looked = text === null ? null : blankWords(text, words)
    const called = blankWords(name, words)
    if (looked === text && called === name) continue
    const free = called === name ? name : chooseFree(called, (other) => taken.has(`${ownerId} ${other}`))
    taken.add(`${ownerId} ${free}`)
    // Words that are gone are not looked for: an ellipsis would find nobody.
    const left = looked?.replaceAll('…', ' ').trim() ?? null
    await sql`
      UPDATE saved_searches SET name = ${free}, query = CASE WHEN ${left}::text IS NULL THEN query ELSE query || jsonb_build_object('text', ${left}::text) END
      WHERE workspace_id = ${ctx.workspaceId} AND search_id = ${searchId}`.execute(ctx.tx)
  }
}

/** The same for the names of lists. */
export async function blankListNames(ctx: Context, words: PersonWords): Promise<void> {
  const { rows } = await sql<{ listId: string; name: string }>`
    SELECT shortlist_id AS "listId", name FROM shortlists WHERE workspace_id = ${ctx.workspaceId} ORDER BY shortlist_id`.execute(ctx.tx)
  const taken = new Set(rows.map(({ name }) => name))
  for (const { listId, name } of rows) {
    const called = blankWords(name, words)
    if (called === name) continue
    const free = chooseFree(called, (other) => taken.has(other))
    taken.add(free)
    await sql`UPDATE shortlists SET name = ${free} WHERE workspace_id = ${ctx.workspaceId} AND shortlist_id = ${listId}`.execute(ctx.tx)
  }
}

// Two that were told apart by a name still need to be.
function chooseFree(name: string, isTaken: (name: string) => boolean): string {
  for (let next = 1; ; next += 1) {
    const tried = next === 1 ? name : `${name} ${next}`
    if (!isTaken(tried)) return tried
  }
}
