import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { INVITATION_MOVE_NAMES, invitationStateSchema, isGone } from '@kolibra/core/selection'
import { momentSchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpEnv } from '../platform/http.ts'
import { moveInvitation } from './move-invitation.ts'
import type { PlanRuns } from './plan-runs.ts'
import { readCampaignInvitations, type Invitation } from './read-invitations.ts'
import { beginReplacement, findReplacement, replaceAgain } from './order-replacement.ts'
import { deskOf, startRun, type ChoosePlan } from './run-planner.ts'

const moveSchema = z.enum(INVITATION_MOVE_NAMES)
const invitationSchema = z
  .object({
    creatorId: z.uuid(),
    isInPlan: z.boolean(),
    /** A contract is signed: neither side says no any more. */
    isContracted: z.boolean(),
    state: invitationStateSchema,
    /** What may be done next. */
    moves: z.array(moveSchema),
    steps: z.array(
      z.object({
        planId: z.uuid(),
        step: z.number().int(),
        move: z.string(),
        to: invitationStateSchema,
        note: z.string().nullable(),
        at: momentSchema,
      }),
    ),
    /** Answers to our invitations in all campaigns; rates are 0–1. */
    history: z.object({
      invited: z.number().int(),
      accepted: z.number().int(),
      answered: z.number().int(),
      responseRate: z.number().nullable(),
      medianDelayHours: z.number().nullable(),
    }),
  })
  .openapi('Invitation')

const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/invitations',
  summary: 'Where each creator of the plan stands, and how they were asked',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ items: z.array(invitationSchema) }), 'The invitations'), ...PROBLEMS },
})
const moveRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/invitations',
  summary: 'Ask a creator of the plan or keep what they said; a no plans again with the others locked, unless "replace" is false',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({
        creatorId: z.uuid(),
        move: moveSchema,
        /** The state that was read. */
        from: invitationStateSchema,
        note: z.string().trim().max(2000).nullish(),
        replace: z.boolean().default(true),
      }),
    ),
  },
  responses: {
    201: jsonAnswer(z.object({ invitation: invitationSchema, runId: z.uuid().nullable() }), 'The invitation, and the planning that began'),
    ...PROBLEMS,
  },
})

const replaceRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/replacements',
  summary:
    'Plan again for a creator who said no and still stands in the plan: after a planning that was called off, refused, or found no mix',
  request: { params: idParam, ...jsonBody(z.strictObject({ creatorId: z.uuid() })) },
  responses: { 201: jsonAnswer(z.object({ runId: z.uuid() }), 'The planning that began'), ...PROBLEMS },
})

const presentInvitation = ({ steps, moves, ...rest }: Invitation): z.infer<typeof invitationSchema> => ({
  ...rest,
  moves: [...moves],
  steps: steps.map(({ planId, step, move, to, note, at }) => ({ planId, step, move, to, note, at })),
})

/** `/campaigns/{id}/invitations`. */
export function makeInvitationRoutes(runs: PlanRuns, choose: ChoosePlan): OpenAPIHono<HttpEnv> {
  return makeRouter()
    .openapi(listRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id } = await loadCampaign(ctx, c.req.valid('param').id)
        return c.json({ items: (await readCampaignInvitations(ctx, id)).map(presentInvitation) }, 200)
      }),
    )
    .openapi(moveRoute, async (c) => {
      const { id } = c.req.valid('param')
      const begin: { start: (() => void) | null } = { start: null }
      const answer = await act(c, 'invitations.write', async (ctx) => {
        const { note, replace, ...input } = c.req.valid('json')
        const invitation = await moveInvitation(ctx, id, { ...input, note: note ? note : null })
        const { creatorId } = invitation
        const task = replace && isGone(invitation.state) ? await findReplacement(ctx, id, creatorId) : null
        const run = task === null ? null : await beginReplacement(ctx, task)
        if (task !== null && run !== null) begin.start = () => startRun(run, { task, runs, choose, ...deskOf(c) })
        return c.json({ invitation: presentInvitation(invitation), runId: run?.id ?? null }, 201)
      })
      // After the transaction: the planning reads what it kept.
      begin.start?.()
      return answer
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid('param')
      const begin: { start: (() => void) | null } = { start: null }
      const answer = await act(c, 'invitations.write', async (ctx) => {
        const { creatorId } = c.req.valid('json')
        const { task, run } = await replaceAgain(ctx, id, creatorId)
        begin.start = () => startRun(run, { task, runs, choose, ...deskOf(c) })
        return c.json({ runId: run.id }, 201)
      })
      begin.start?.()
      return answer
    })
}
