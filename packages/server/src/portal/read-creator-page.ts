import type { z } from '@hono/zod-openapi'
import { EXCEEDED_FIELDS, tellAgreed, WHOSE_TURN } from '@kolibra/core/portal'
import { loadCampaign } from '../campaigns/index.ts'
import { listCreatorChanges, type CreatorNotice } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import type { CreatorPass } from './device-store.ts'
import { readOwnProduct } from './note-own-product.ts'
import type { creatorPageSchema } from './page-schema.ts'
import { nameCreators } from './queries.ts'
import { readPosts, type PostWithStep, type SentBrief } from './read-posts.ts'
import { readTalk } from './speak-on-brief.ts'

/** Everything a creator's page shows. */
export type CreatorPage = z.infer<typeof creatorPageSchema>

/** Everything a creator's page shows: their own posts, the brief they were sent, and whose turn it is. */
export async function readCreatorPage(ctx: Context, pass: CreatorPass): Promise<CreatorPage> {
  const { campaignId, creatorId } = pass
  const { campaign } = await loadCampaign(ctx, campaignId)
  const { brief, posts, requests } = await readPosts(ctx, { campaignId, creatorId })
  const notices = await listCreatorChanges(ctx, creatorId)
  const names = await nameCreators(ctx, [creatorId])
  return {
    desk: pass.deskName,
    creator: { name: names.get(creatorId)?.name ?? null },
    campaign: { brand: campaign.brand, product: campaign.product.name, ends: campaign.ends },
    expiresAt: pass.expiresAt,
    brief: brief === null ? null : await presentBrief(ctx, pass, brief),
    posts: posts.map((post) => presentPost(post, { brief, notices })),
    product: await readOwnProduct(ctx, pass),
    requests,
  }
}

async function presentBrief(ctx: Context, pass: CreatorPass, { stored, sentAt }: SentBrief): Promise<CreatorPage['brief']> {
  const { id, version, brief } = stored
  return { id, version, sentAt, content: brief, talk: await readTalk(ctx, pass, stored) }
}

function presentPost(
  post: PostWithStep,
  { brief, notices }: { brief: SentBrief | null; notices: readonly CreatorNotice[] },
): CreatorPage['posts'][number] {
  const { deliverable, step, due, answer, drafts, reviews, requests, files } = post
  const draft = drafts.at(-1)
  const asked = reviews.findLast(({ move }) => move === 'request_changes')
  return {
    deliverable,
    step,
    whose: WHOSE_TURN[step],
    due,
    answer,
    draft: draft === undefined ? null : presentDraft(draft),
    changesAsked: deliverable.state === 'changes_requested' && asked !== undefined ? { note: asked.note, at: asked.at } : null,
    agreed: EXCEEDED_FIELDS.flatMap((field) => {
      const told = brief === null ? null : tellAgreed(field, brief.stored.brief, deliverable)
      return told === null ? [] : [{ field, told }]
    }),
    requests: [...requests],
    files: [...files],
    notices: notices.flatMap(({ deliverableId, ruleId, effectiveOn, zh }) =>
      deliverableId === deliverable.id ? [{ ruleId, effectiveOn, zh }] : [],
    ),
  }
}

function presentDraft({ version, facts, lint, submittedAt }: PostWithStep['drafts'][number]) {
  const { title, text, links, label } = facts
  return { version, title: title ?? '', text, link: links?.[0] ?? null, label: label ?? null, lint, submittedAt }
}
