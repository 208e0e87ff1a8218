import { createRoute, z } from '@hono/zod-openapi'
import { DUTIES, PARTY_ROLES } from '@kolibra/core/accounts'
import { memberInputSchema, partyInputSchema } from '@kolibra/core/briefs'
import { momentSchema } from '@kolibra/core/shared'
import { listPeople } from '../accounts/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { addParty, grantMember, removeParty, withdrawMember } from './change-parties.ts'
import { listMembers, listParties, type StoredMember } from './party-store.ts'

const memberSchema = z.object({
  id: z.uuid(),
  userId: z.uuid().nullable(),
  name: z.string().nullable(),
  knows: z.string().nullable(),
  duties: z.array(z.enum(DUTIES)),
  grantedAt: momentSchema,
  withdrawnAt: momentSchema.nullable(),
})
const partiesSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        role: z.enum(PARTY_ROLES),
        /** Null for a creator, whose name stands with the creator. */
        name: z.string().nullable(),
        creatorId: z.uuid().nullable(),
        members: z.array(memberSchema),
      }),
    ),
    /** Members of the workspace who may be let act for a party. */
    desk: z.array(z.object({ userId: z.uuid(), name: z.string() })),
  })
  .openapi('Parties')

const presentMember = ({ memberId, userId, name, knows, duties, grantedAt, withdrawnAt }: StoredMember) => ({
  id: memberId,
  userId,
  name,
  knows,
  duties: [...duties],
  grantedAt,
  withdrawnAt,
})

async function presentParties(ctx: Context, campaignId: string): Promise<z.infer<typeof partiesSchema>> {
  const members = await listMembers(ctx, campaignId)
  const parties = await listParties(ctx, campaignId)
  return {
    items: parties.map(({ id, role, name, creatorId }) => ({
      id,
      role,
      name,
      creatorId,
      members: members.filter(({ partyId }) => partyId === id).map(presentMember),
    })),
    desk: await listPeople(ctx),
  }
}

const answer = (description: string) => jsonAnswer(partiesSchema, description)
const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/parties',
  summary: 'Who takes part in a campaign, and who acts for each party',
  request: { params: idParam },
  responses: { 200: answer('The parties'), ...PROBLEMS },
})
const addRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/parties',
  summary: 'Add a company to a campaign; creators are parties by being chosen',
  request: { params: idParam, ...jsonBody(partyInputSchema) },
  responses: { 201: answer('The parties'), ...PROBLEMS },
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/parties/{id}',
  summary: 'Take a company out for which nobody ever acted',
  request: { params: idParam },
  responses: { 200: answer('The parties'), ...PROBLEMS },
})
const grantRoute = createRoute({
  method: 'post',
  path: '/parties/{id}/members',
  summary: 'Let somebody act for a party, with duties',
  request: { params: idParam, ...jsonBody(memberInputSchema) },
  responses: { 201: answer('The parties'), ...PROBLEMS },
})
const withdrawRoute = createRoute({
  method: 'delete',
  path: '/party-members/{id}',
  summary: 'End what somebody may do for a party; with erase=true the name of a person outside goes too',
  request: { params: idParam, query: z.object({ erase: z.enum(['true', 'false']).default('false') }) },
  responses: { 200: answer('The parties'), ...PROBLEMS },
})

/** `/campaigns/{id}/parties`, `/parties`, `/party-members`. */
export const partyRoutes = makeRouter()
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      return c.json(await presentParties(ctx, id), 200)
    }),
  )
  .openapi(addRoute, (c) =>
    act(c, 'parties.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addParty(ctx, id, c.req.valid('json'))
      return c.json(await presentParties(ctx, id), 201)
    }),
  )
  .openapi(removeRoute, (c) =>
    act(c, 'parties.write', async (ctx) => c.json(await presentParties(ctx, await removeParty(ctx, c.req.valid('param').id)), 200)),
  )
  .openapi(grantRoute, (c) =>
    act(c, 'parties.write', async (ctx) =>
      c.json(await presentParties(ctx, await grantMember(ctx, c.req.valid('param').id, c.req.valid('json'))), 201),
    ),
  )
  .openapi(withdrawRoute, (c) =>
    act(c, 'parties.write', async (ctx) => {
      const isErased = c.req.valid('query').erase === 'true'
      return c.json(await presentParties(ctx, await withdrawMember(ctx, c.req.valid('param').id, { isErased })), 200)
    }),
  )
