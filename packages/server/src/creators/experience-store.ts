import {
  experienceSchema,
  type AnswerInput,
  type Experience,
  type ExperienceInput,
  type Preferences,
  type PreferencesInput,
} from '@kolibra/core/creators'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

interface Row extends Omit<Experience, 'answer'> {
  readonly creatorId: string
  readonly stance: string | null
  readonly answerWords: string | null
  readonly answeredFrom: string | null
  readonly answeredAt: string | null
}

const keptSchema = experienceSchema.extend({ creatorId: z.uuid() })
/** An experience with whose it is. */
export type KeptExperience = z.infer<typeof keptSchema>

const selectExperiences = (ctx: Context) => sql`
  SELECT experience_id AS id, creator_id AS "creatorId", campaign_id AS "campaignId", side, kind, severity, on_day::text AS "on", words,
    evidence, members.name AS "enteredBy", entered_at AS "enteredAt", stance, answer_words AS "answerWords",
    answered_from AS "answeredFrom", answered_at AS "answeredAt"
  FROM creator_experiences AS experience
  LEFT JOIN members ON members.workspace_id = experience.workspace_id AND members.user_id = experience.entered_by
  WHERE experience.workspace_id = ${ctx.workspaceId}`

function parseRow({ stance, answerWords, answeredFrom, answeredAt, ...row }: Row): KeptExperience {
  const answer = stance === null ? null : { stance, words: answerWords, from: answeredFrom, at: answeredAt }
  return keptSchema.parse({ ...row, answer })
}

/** What was recorded of working with these creators, the newest first. */
export async function listExperiences(ctx: Context, creatorIds: readonly string[]): Promise<KeptExperience[]> {
  const { rows } = await sql<Row>`
    ${selectExperiences(ctx)} AND creator_id = ANY(${[...creatorIds]}::uuid[])
    ORDER BY on_day DESC, experience_id DESC`.execute(ctx.tx)
  return rows.map(parseRow)
}

/** One experience; null when there is none of this id. */
export async function findExperience(ctx: Context, id: string): Promise<KeptExperience | null> {
  const { rows } = await sql<Row>`${selectExperiences(ctx)} AND experience_id = ${id}`.execute(ctx.tx)
  const [row] = rows
  return row === undefined ? null : parseRow(row)
}

/** Keeps an experience of the person who acts. */
export async function insertExperience(ctx: Context, creatorId: string, experience: ExperienceInput & { id: string }): Promise<void> {
  const { id, campaignId, side, kind, severity, on, words, evidence } = experience
  await sql`
    INSERT INTO creator_experiences
      (workspace_id, creator_id, experience_id, campaign_id, side, kind, severity, on_day, words, evidence, entered_by, entered_at)
    VALUES (${ctx.workspaceId}, ${creatorId}, ${id}, ${campaignId}, ${side}, ${kind}, ${severity}, ${on}, ${words}, ${evidence},
      ${ctx.actor.id}, ${ctx.now})`.execute(ctx.tx)
}

/** Puts the other side's word beside an experience; false when another word came a moment before. */
export async function keepAnswer(
  ctx: Context,
  { id, answer }: Pick<KeptExperience, 'id' | 'answer'>,
  { stance, words, from }: AnswerInput & { from: 'creator' | 'desk' },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE creator_experiences SET stance = ${stance}, answer_words = ${words}, answered_from = ${from}, answered_by = ${ctx.actor.id},
      answered_at = ${ctx.now}
    WHERE workspace_id = ${ctx.workspaceId} AND experience_id = ${id}
      AND answered_at IS NOT DISTINCT FROM ${answer?.at ?? null}::timestamptz`.execute(ctx.tx)
  return numAffectedRows === 1n
}

/** Takes an experience out; false when somebody was faster. */
export async function deleteExperience(ctx: Context, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM creator_experiences WHERE workspace_id = ${ctx.workspaceId} AND experience_id = ${id}`.execute(ctx.tx)
  return numAffectedRows === 1n
}

/** Whether there is such a campaign, for an experience to belong to. */
export async function hasCampaign(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM campaigns WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${id}`.execute(ctx.tx)
  return rows.length > 0
}

const NONE: Preferences = { revision: 0, tone: '', products: '', refuses: '', notedBy: null, notedAt: null }

/** What working with a creator should respect; revision 0 while nobody noted anything. */
export async function loadPreferences(ctx: Context, creatorId: string): Promise<Preferences> {
  const { rows } = await sql<Preferences>`
    SELECT revision, tone, products, refuses, members.name AS "notedBy", noted_at AS "notedAt"
    FROM creator_preferences AS kept
    LEFT JOIN members ON members.workspace_id = kept.workspace_id AND members.user_id = kept.noted_by
    WHERE kept.workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  return rows[0] ?? NONE
}

/** Puts the next note in the place of the one at `revision`; false when another was faster. */
export async function replacePreferences(ctx: Context, creatorId: string, note: PreferencesInput): Promise<boolean> {
  const { revision, tone, products, refuses } = note
  const { numAffectedRows } =
    revision === 0
      ? await sql`
          INSERT INTO creator_preferences (workspace_id, creator_id, revision, tone, products, refuses, noted_by, noted_at)
          VALUES (${ctx.workspaceId}, ${creatorId}, 1, ${tone}, ${products}, ${refuses}, ${ctx.actor.id}, ${ctx.now})
          ON CONFLICT DO NOTHING`.execute(ctx.tx)
      : await sql`
          UPDATE creator_preferences SET revision = ${revision + 1}, tone = ${tone}, products = ${products}, refuses = ${refuses},
            noted_by = ${ctx.actor.id}, noted_at = ${ctx.now}
          WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId} AND revision = ${revision}`.execute(ctx.tx)
  return numAffectedRows === 1n
}
