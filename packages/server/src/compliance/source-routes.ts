import { createRoute, z } from '@hono/zod-openapi'
import { listSources, sourceOf, type Rulebook } from '@kolibra/core/compliance'
import { daySchema, localizedSchema, momentSchema } from '@kolibra/core/shared'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import type { Context } from '../platform/context.ts'
import { checkSource, giveSource } from './check-source.ts'
import { listSourceChecks, listStoredChecks, type StoredCheck } from './source-check-store.ts'
import { listMembers, listSourceOwners, readDefaultOwner } from './source-owner-store.ts'
import { rulebookOf } from './workspace-rulebook.ts'

const memberSchema = z.object({ id: z.uuid(), name: z.string() })
const checkSchema = z.object({
  result: z.enum(['unchanged', 'changed']),
  lookedAt: z.string(),
  note: z.string().nullable(),
  endedIds: z.array(z.string()),
  endsOn: daySchema.nullable(),
  checkedOn: daySchema,
  by: z.string().nullable(),
})
const dueSchema = z
  .object({
    items: z.array(
      z.object({
        source: z.string(),
        kind: z.enum(['platform', 'law']),
        url: z.string().nullable(),
        owner: memberSchema,
        intervalDays: z.number().int(),
        lastCheckedOn: daySchema.nullable(),
        dueOn: daySchema.nullable(),
        lateDays: z.number().int().nullable(),
        isDue: z.boolean(),
        entries: z.array(
          z.object({ id: z.string(), title: localizedSchema, validFrom: daySchema.nullable(), validTo: daySchema.nullable() }),
        ),
        checks: z.array(checkSchema.extend({ checkedAt: momentSchema })),
      }),
    ),
    members: z.array(memberSchema),
    today: daySchema,
  })
  .openapi('DueList')

const listRoute = createRoute({
  method: 'get',
  path: '/rules/sources',
  summary: 'The due list: every source of rules with owner, interval, last check and when it is due',
  responses: { 200: jsonAnswer(dueSchema, 'The due list, most urgent first'), ...PROBLEMS },
})
const sourceSchema = z.string().min(1).max(500)
const checkRoute = createRoute({
  method: 'post',
  path: '/rules/sources/checks',
  summary: 'Record a look at a source: unchanged, or changed with what ended and when',
  request: jsonBody(
    z.object({
      source: sourceSchema,
      lookedAt: z.string().trim().min(1).max(2000).openapi({ description: 'What was looked at: address, edition, place in the app' }),
      note: z.string().max(4000).nullish(),
      change: z.object({ entryIds: z.array(z.string()).min(1).max(200), endsOn: daySchema }).nullish(),
    }),
  ),
  responses: { 201: jsonAnswer(dueSchema, 'The due list'), ...PROBLEMS },
})
const ownerRoute = createRoute({
  method: 'put',
  path: '/rules/sources/owners',
  summary: 'Give a source to a member, who looks at it when it is due',
  request: jsonBody(z.object({ source: sourceSchema, ownerId: z.uuid() })),
  responses: { 200: jsonAnswer(dueSchema, 'The due list'), ...PROBLEMS },
})

const presentLook = ({ result, lookedAt, note, endedIds, endsOn, checkedOn, by, checkedAt }: StoredCheck) => {
  return { result, lookedAt, note, endedIds: [...endedIds], endsOn, checkedOn, by, checkedAt }
}

async function presentDue(ctx: Context, shipped: Rulebook): Promise<z.infer<typeof dueSchema>> {
  const { entries } = await rulebookOf(ctx, shipped)
  const members = await listMembers(ctx)
  const [owners, fallback] = [await listSourceOwners(ctx), await readDefaultOwner(ctx)]
  const looks = await listStoredChecks(ctx)
  const byId = new Map(entries.map((entry) => [entry.id, entry] as const))
  const urls = new Map(entries.map((entry) => [sourceOf(entry), entry.source.url] as const).filter(([, url]) => url !== null))
  const items = listSources(entries, { today: ctx.today, checks: await listSourceChecks(ctx), owners }).map(
    ({ entryIds, owner, ...due }) => ({
      ...due,
      url: urls.get(due.source) ?? null,
      owner: members.find(({ id }) => id === (owner ?? fallback)) ?? { id: fallback, name: '' },
      entries: entryIds.flatMap((id) => {
        const entry = byId.get(id)
        return entry === undefined ? [] : [{ id, title: entry.title, validFrom: entry.validFrom, validTo: entry.validTo }]
      }),
      checks: looks.filter(({ source }) => source === due.source).map(presentLook),
    }),
  )
  return { items, members, today: ctx.today }
}

/** `/rules/sources`. Stands before `/rules/{id}`, which would take "sources" for an id. */
export const sourceRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentDue(ctx, c.get('server').rulebook), 200)))
  .openapi(checkRoute, (c) => {
    const { change = null, note = null, ...look } = c.req.valid('json')
    // A change ends rules and drafts new ones: that is writing rules, not only looking.
    return act(c, change === null ? 'rules.check' : 'rules.write', async (ctx) => {
      const shipped = c.get('server').rulebook
      await checkSource(ctx, { ...look, change, note, shipped })
      return c.json(await presentDue(ctx, shipped), 201)
    })
  })
  .openapi(ownerRoute, (c) =>
    act(c, 'rules.write', async (ctx) => {
      const shipped = c.get('server').rulebook
      await giveSource(ctx, { ...c.req.valid('json'), shipped })
      return c.json(await presentDue(ctx, shipped), 200)
    }),
  )
