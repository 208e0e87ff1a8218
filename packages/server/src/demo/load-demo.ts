import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { briefSchema } from '@kolibra/core/briefs'
import { campaignSchema, type Campaign } from '@kolibra/core/campaigns'
import { shanghaiDay } from '@kolibra/core/shared'
import { parseYaml } from '@kolibra/files/yaml'
import { openWorkspaceIn } from '../accounts/index.ts'
import { addParty, grantMember, writeBrief } from '../briefs/index.ts'
import { openCampaign } from '../campaigns/index.ts'
import { chooseCreators } from '../content/index.ts'
import { reviewBrief } from '../gates/index.ts'
import { addClearance } from '../creators/index.ts'
import { RECEIVERS } from '../import-receivers.ts'
import { commitImport, readRecords, type ReadRecords } from '../imports/index.ts'
import type { Context } from '../platform/context.ts'
import type { Server } from '../platform/http.ts'
import { sha256 } from '../platform/secrets.ts'
import { makePlan, openShortlist } from '../selection/index.ts'
import { showStates } from './show-states.ts'

/** Name of the workspace that holds the example. */
const DEMO_NAME = '示例 Example: Alpensee'

/** The example of a shortlist: the mix and those in reserve. */
const LIST_NAME = '示例名单 Example shortlist'

/** Where the example knows from that a creator works for no other brand. */
const ASKED_BY = '示例：微信询问 asked by WeChat'

interface DemoFile {
  readonly bytes: Uint8Array
  readonly contentHash: string
  readonly records: ReadRecords
}

/** Loads the example campaign of `folder` into a workspace of its own, through the verbs that people use, in one transaction. */
export async function loadDemo({ owner, clock, rulebook }: Server, folder: string): Promise<string> {
  const files = await readExports(join(folder, 'exports'), shanghaiDay(clock()))
  const campaign = campaignSchema.parse(readYaml(join(folder, 'campaign.yaml')))
  const brief = briefSchema.parse(readYaml(join(folder, 'brief.yaml')))
  return openWorkspaceIn(owner, { name: DEMO_NAME, isDemo: true, clock }, async (ctx) => {
    for (const file of files) await commitImport(ctx, RECEIVERS, { ...file, saidObservedOn: null })
    await showStates(ctx, campaign, clock)
    // The one to begin with is opened last: lists show the newest first.
    const { id } = await openCampaign(ctx, campaign)
    await chooseFromPlan(ctx, id, clock)
    await nameParties(ctx, id, campaign)
    const written = await writeBrief(ctx, id, { brief, after: null })
    await reviewBrief(ctx, { briefId: written.id, move: 'submit', note: null, rulebook })
  })
}

async function chooseFromPlan(ctx: Context, campaignId: string, clock: () => number): Promise<void> {
  const { id, plan } = await makePlan(ctx, campaignId, { clock })
  await chooseCreators(ctx, { campaignId, planId: id, creatorIds: plan.chosen })
  // All but the last two were asked: the example shows what known and unknown look like.
  for (const creatorId of plan.chosen.slice(0, -2)) await addClearance(ctx, creatorId, { askedOn: ctx.today, source: ASKED_BY })
  await openShortlist(ctx, { name: LIST_NAME, creatorIds: [...plan.chosen, ...plan.reserve] })
}

async function nameParties(ctx: Context, campaignId: string, { brand, localAgency }: Campaign): Promise<void> {
  await addParty(ctx, campaignId, { role: 'brand', name: brand })
  if (localAgency === null) return
  const agencyId = await addParty(ctx, campaignId, { role: 'agency', name: localAgency })
  const reviewer = { userId: null, personName: '示例·林审核', knows: '示例：上海五年美妆投放', duties: ['local_reviewer' as const] }
  await grantMember(ctx, agencyId, reviewer)
}

async function readExports(folder: string, today: string): Promise<DemoFile[]> {
  const names = readdirSync(folder)
    .filter((name) => /\.(csv|xlsx|jsonl?)$/.test(name))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const bytes = readFileSync(join(folder, name))
      const contentHash = sha256(bytes)
      return {
        bytes,
        contentHash,
        records: await readRecords(
          { name, bytes, isPasted: false, source: 'auto', saidObservedOn: null, isErased: () => false, today },
          contentHash,
        ),
      }
    }),
  )
}

function readYaml(path: string): unknown {
  const parsed = parseYaml(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.refusals[0])}`)
  return parsed.value
}
