import { isAnswered, isDecision, listAskedTexts, listReviewers } from '@kolibra/core/briefs'
import { judgedCampaign } from '@kolibra/core/campaigns'
import { lint, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import { isProved, type Draft } from '@kolibra/core/content'
import {
  judgeGates,
  type BriefUnderJudgement,
  type ChosenCreator,
  type DeliverableUnderJudgement,
  type GateInput,
  type PartyUnderstanding,
  type ReviewUnderJudgement,
} from '@kolibra/core/gates'
import type { ChosenPlan } from '@kolibra/core/selection'
import { listActiveMembers, listBriefs, loadFreedomTable, type StoredBrief } from '../briefs/index.ts'
import { loadCampaign, type StoredCampaign } from '../campaigns/index.ts'
import { listDeliverables, listDrafts, listProofs, type StoredDeliverable, type StoredProof } from '../content/index.ts'
import { listHeldForConflicts, loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'
import { readChoice } from '../selection/index.ts'
import { listContentChecks, type ContentCheck } from './content-check-store.ts'
import { listContracts } from './contract-store.ts'
import { askForReview } from './find-reviewers.ts'
import { listPasses } from './pass-store.ts'
import { listOpen, readChain } from './read-chain.ts'
import { listReviews } from './review-store.ts'
import { listWaivers } from './waiver-store.ts'

/** A campaign with everything the gates looked at and what they said. */
export async function judgeCampaign(ctx: Context, campaignId: string, rulebook: Rulebook) {
  const stored = await loadCampaign(ctx, campaignId)
  const campaign = judgedCampaign(stored.campaign, stored.frozen)
  const deliverables = await listDeliverables(ctx, campaignId)
  const { plan, gone } = await readChoice(ctx, campaignId, campaign)
  const contracts = await listContracts(ctx, campaignId)
  const [brief = null, previous = null] = await listBriefs(ctx, campaignId)
  const drafts = await listDrafts(
    ctx,
    deliverables.map(({ deliverable }) => deliverable.id),
  )
  const checks = await listContentChecks(ctx, campaignId)
  const proofs = await listProofs(ctx, campaignId)
  const freedom = await loadFreedomTable(ctx)
  const input: GateInput = {
    campaign,
    plan,
    chosen: await listChosen(ctx, {
      deliverables: deliverables.filter(({ deliverable }) => !gone.includes(deliverable.creatorId)),
      plan,
      agreed: new Map(contracts.map(({ deliverableId, agreedFen }) => [deliverableId, agreedFen])),
    }),
    brief:
      brief === null
        ? null
        : {
            ...presentForJudgement(brief, stored, { rulebook, today: ctx.today }),
            previous: previous?.brief ?? null,
            review: await lookAtReview(ctx, brief),
            understanding: await lookAtChain(ctx, brief),
          },
    deliverables: deliverables.map((item) => withDrafts(item, { drafts, checks, proofs, rulebook, today: ctx.today })),
    waivers: await listWaivers(ctx, campaignId),
    earlier: await listPasses(ctx, campaignId),
    today: ctx.today,
    rulebook: rulebook.version,
    entries: rulebook.entries,
    ...(freedom.revision === 0 ? {} : { freedomTable: freedom.table }),
  }
  return { stored, plan, gone, deliverables, contracts, brief, spine: judgeGates(input, sha256) }
}

async function listChosen(
  ctx: Context,
  {
    deliverables,
    plan,
    agreed,
  }: { deliverables: readonly StoredDeliverable[]; plan: ChosenPlan | null; agreed: ReadonlyMap<string, number | null> },
): Promise<ChosenCreator[]> {
  const byCreator = new Map(deliverables.map((item) => [item.deliverable.creatorId, item.deliverable] as const))
  const accounts = await loadAccounts(ctx, [...byCreator.keys()])
  const held = await listHeldForConflicts(ctx, [...byCreator.keys()])
  return accounts.map(({ id, account }) => {
    const planned = plan?.creators.find((creator) => creator.id === id)
    const deliverable = byCreator.get(id)
    return {
      creatorId: id,
      account,
      costFen: costOf(planned, (deliverable && agreed.get(deliverable.id)) ?? null),
      format: planned?.format ?? deliverable?.format ?? '',
      filed: planned?.filed ?? null,
      contracted: deliverable !== undefined && agreed.has(deliverable.id),
      ...held.get(id),
    }
  })
}

// What was agreed is spent, whatever a later plan says of it; the platform fee that nobody stated comes on top of both.
function costOf(planned: ChosenPlan['creators'][number] | undefined, agreedFen: number | null): number | null {
  const priceFen = agreedFen ?? planned?.costFen ?? null
  return priceFen === null ? null : priceFen + (planned?.feeRoomFen ?? 0)
}

// The brief itself is content: what it asks creators to say is linted like a draft.
function presentForJudgement(
  { id, version, state, authorId, brief }: StoredBrief,
  { campaign }: StoredCampaign,
  { rulebook, today }: { rulebook: Rulebook; today: string },
): BriefUnderJudgement {
  const text = listAskedTexts(brief).join('\n')
  const check = lint({ id, text, format: 'brief', category: campaign.category }, rulebook, { at: today })
  return { id, version, state, authorId, brief, lint: check }
}

// What the table of moves says: an approval stays one when the version is sent.
async function lookAtReview(ctx: Context, { id, campaignId, authorId }: StoredBrief): Promise<ReviewUnderJudgement> {
  const question = await askForReview(ctx, campaignId, authorId)
  const reviewers = listReviewers(await listActiveMembers(ctx, campaignId), question).length
  const decided = (await listReviews(ctx, 'brief', id)).findLast(({ move }) => isDecision(move))
  const isApproved = decided?.move === 'approve'
  return { reviewers, isApproved, isEnteredByAuthor: isApproved && decided.memberId !== null && decided.actorId === authorId }
}

async function lookAtChain(ctx: Context, brief: StoredBrief): Promise<PartyUnderstanding[]> {
  const links = (await readChain(ctx, brief)).filter(({ isAsked, playback }) => isAsked || playback !== null)
  return links.map((link) => ({
    partyId: link.party.id,
    role: link.party.role,
    isAnswered: isAnswered(link.asked),
    open: listOpen(link).map(({ key, field }) => ({ key, field })),
  }))
}

interface Checked {
  readonly drafts: readonly Draft[]
  readonly checks: readonly ContentCheck[]
  readonly proofs: readonly StoredProof[]
  readonly rulebook: Rulebook
  readonly today: string
}

// A draft keeps the check it came with; the gate stands on the newest one, made when rules changed since.
function withDrafts({ deliverable }: StoredDeliverable, checked: Checked): DeliverableUnderJudgement {
  const own = checked.drafts.filter((draft) => draft.deliverableId === deliverable.id)
  const newest = own.at(-1)
  const proof = checked.proofs.find(({ creatorId }) => creatorId === deliverable.creatorId)
  const isPublished = deliverable.state === 'published'
  return {
    deliverable,
    draft: newest === undefined ? null : { ...newest, lint: findLint(newest, isPublished, checked) },
    previousDrafts: own.slice(0, -1),
    productProof: proof === undefined ? null : presentProof(proof),
  }
}

const presentProof = (proof: StoredProof) => ({
  sentAt: proof.sentOn,
  receivedAt: proof.receivedOn,
  inUseSince: proof.inUseSince,
  isShown: isProved(proof),
})

// Until the job has come round after a change of rules, a draft is checked as it is asked for: one that the change does not touch never
// waits for it. What was published was judged by the rules of its day.
function findLint({ id, facts, lint: first }: Draft, isPublished: boolean, { checks, rulebook, today }: Checked): LintItem {
  const newest = checks.find(({ subject, textId }) => subject.kind === 'deliverable' && textId === id)?.lint ?? first
  return isPublished || newest.rulebook === rulebook.version ? newest : lint(facts, rulebook, { at: today })
}
