import { checkAnswer, checkExperience, type AnswerInput, type ExperienceInput, type PreferencesInput } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { needCreator } from './need-creator.ts'
import {
  deleteExperience,
  findExperience,
  hasCampaign,
  insertExperience,
  keepAnswer,
  loadPreferences,
  replacePreferences,
  type KeptExperience,
} from './experience-store.ts'

const campaignOf = ({ campaignId }: { readonly campaignId: string | null }) => (campaignId === null ? {} : { campaignId })

/** Records an experience about the creator or about the desk itself. Refuses `experience.not_yet`; the campaign is one of this workspace. */
export async function addExperience(ctx: Context, creatorId: string, input: ExperienceInput): Promise<void> {
  await needCreator(ctx, creatorId)
  settle(checkExperience(input, ctx.today))
  if (input.campaignId !== null && !(await hasCampaign(ctx, input.campaignId)))
    throw new RequestError('request.not_found', { kind: 'campaign', id: input.campaignId })
  const id = ctx.mintId()
  await insertExperience(ctx, creatorId, { ...input, id })
  const subject = { kind: 'experience', id }
  await recordEvent(ctx, { name: 'experience.added', subject, fields: Object.keys(input), ...campaignOf(input) })
}

/** Keeps the other side's word, said by the creator or told to the desk; returns whose experience it is. Refuses `experience.answered`. */
export async function answerExperience(
  ctx: Context,
  id: string,
  { from, ownerId, ...input }: AnswerInput & { from: 'creator' | 'desk'; ownerId?: string },
): Promise<string> {
  const kept = found((await findExperience(ctx, id)) ?? undefined, 'experience', id)
  if (ownerId !== undefined && kept.creatorId !== ownerId) throw new RequestError('request.not_found', { kind: 'experience', id })
  settle(checkAnswer(kept, from))
  if (!(await keepAnswer(ctx, kept, { ...input, from }))) throw new RequestError('state.lost_race')
  const subject = { kind: 'experience', id }
  await recordEvent(ctx, { name: 'experience.answered', subject, fields: ['stance', 'words'], ...campaignOf(kept) })
  return kept.creatorId
}

/** Takes an experience out again; returns whose it was. */
export async function removeExperience(ctx: Context, id: string): Promise<string> {
  const kept: KeptExperience = found((await findExperience(ctx, id)) ?? undefined, 'experience', id)
  if (!(await deleteExperience(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'experience.removed', subject: { kind: 'experience', id }, ...campaignOf(kept) })
  return kept.creatorId
}

/** Notes what working with a creator should respect, over the note that was read. Refuses `state.lost_race`. */
export async function notePreferences(ctx: Context, creatorId: string, input: PreferencesInput): Promise<void> {
  await needCreator(ctx, creatorId)
  if (!(await replacePreferences(ctx, creatorId, input)))
    throw new RequestError('state.lost_race', { current: (await loadPreferences(ctx, creatorId)).revision })
  const subject = { kind: 'creator', id: creatorId }
  await recordEvent(ctx, { name: 'preferences.noted', subject, fields: ['tone', 'products', 'refuses'] })
}
