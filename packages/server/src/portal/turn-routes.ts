import { createRoute, z } from '@hono/zod-openapi'
import {
  creatorStepSchema,
  endOfTurn,
  isReminded,
  stageOfTurn,
  TURN_KINDS,
  TURN_SIDES,
  TURN_STAGES,
  writeMessage,
  writeReminder,
  type ErasureClock,
} from '@kolibra/core/portal'
import { listParties } from '../briefs/index.ts'
import { listCampaigns, type StoredCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { act, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { loadErasureClock } from './erasure-clock-store.ts'
import { findLiveUrls } from './live-links.ts'
import { mayHandOut } from './may-hand-out.ts'
import { nameCreators, readDeskName } from './queries.ts'
import type { LinkGround } from './link-token.ts'
import { readTurns } from './read-turns.ts'
import type { Turn } from './turn-clock.ts'

const turnSchema = z
  .object({
    key: z.string(),
    campaign: z.object({ id: z.uuid(), name: z.string() }),
    kind: z.enum(TURN_KINDS),
    whose: z.enum(TURN_SIDES),
    creatorId: z.uuid().nullable(),
    name: z.string().nullable().describe('Of the creator or party that it is about; null where none is, or it is not known'),
    due: z.string().nullable().describe('A moment or a Shanghai day; null: no clock runs'),
    stage: z.enum(TURN_STAGES),
    count: z.number().int(),
    message: z.string().nullable().describe('For WeChat; null: not a creator’s turn, no link that opens, or nothing you may send'),
  })
  .openapi('Turn')

type PresentedTurn = z.infer<typeof turnSchema>

const listRoute = createRoute({
  method: 'get',
  path: '/turns',
  summary: 'All that waits for somebody, over all campaigns: what is over first, then by its end',
  responses: { 200: jsonAnswer(z.object({ items: z.array(turnSchema) }), 'The turns'), ...PROBLEMS },
})

interface Ground extends LinkGround {
  readonly deskName: string
  /** The same for all campaigns: read once. */
  readonly erasureClock: ErasureClock
}

async function presentTurns(ctx: Context, stored: StoredCampaign, ground: Ground): Promise<PresentedTurn[]> {
  const { id, campaign } = stored
  const parties = await listParties(ctx, id)
  const turns = await readTurns(ctx, stored, { parties, erasureClock: ground.erasureClock })
  if (turns.length === 0) return []
  const creators = await nameCreators(ctx, [...new Set(turns.flatMap(({ creatorId }) => creatorId ?? []))])
  const urls = mayHandOut(ctx) ? await findLiveUrls(ctx, id, ground) : new Map<string, string>()
  return turns.map(({ key, kind, whose, creatorId, partyId, due, startedAt, count }) => {
    const creatorName = creatorId === null ? null : (creators.get(creatorId)?.name ?? null)
    const name = creatorName ?? parties.find((party) => party.id === partyId)?.name ?? null
    const stage = stageOfTurn({ due, startedAt }, ctx.now)
    const url = creatorId === null ? undefined : urls.get(creatorId)
    const about = { creatorName, deskName: ground.deskName, brand: campaign.brand, productName: campaign.product.name, due, stage }
    const message = whose !== 'creator' || url === undefined ? null : writeTurnMessage(kind, { ...about, url })
    return { key, campaign: { id, name: campaign.name }, kind, whose, creatorId, name, due, stage, count, message }
  })
}

type About = Omit<Parameters<typeof writeMessage>[0], 'step'> & Omit<Parameters<typeof writeReminder>[0], 'kind'>

// What is not late yet is asked in the words of its step; a playback has no step of its own.
function writeTurnMessage(kind: Turn['kind'], about: About): string | null {
  const step = creatorStepSchema.safeParse(kind)
  if (about.stage === 'open' && step.success) return writeMessage({ ...about, step: step.data })
  return isReminded(kind) ? writeReminder({ ...about, kind }) : null
}

const rank = ({ stage, due }: PresentedTurn) => `${TURN_STAGES.length - TURN_STAGES.indexOf(stage)} ${due === null ? '~' : endOfTurn(due)}`

/** `/turns`: the tasks of the desk and of everybody it waits for. */
export const turnRoutes = makeRouter().openapi(listRoute, (c) =>
  act(c, 'workspace.read', async (ctx) => {
    const { publicUrl, linkSecret } = c.get('server')
    const ground = { publicUrl, linkSecret, deskName: await readDeskName(ctx), erasureClock: (await loadErasureClock(ctx)).table }
    const items: PresentedTurn[] = []
    for (const campaign of await listCampaigns(ctx)) items.push(...(await presentTurns(ctx, campaign, ground)))
    return c.json({ items: items.toSorted((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other)))) }, 200)
  }),
)
