import { makeBrief } from '../../briefs/test/brief-fixture.ts'
import { makeCampaign } from '../../campaigns/test/campaign-fixture.ts'
import type { LintFinding, LintItem } from '../../compliance/index.ts'
import type { Deliverable, Draft } from '../../content/index.ts'
import { newQuote, type Account } from '../../creators/index.ts'
import type { PlanResult } from '../../selection/index.ts'
import type { ChosenCreator, DeliverableUnderJudgement, GateInput } from '../gate-input.ts'

export { makeBrief, makeCampaign }
export { makeKpi, makeRail } from '../../campaigns/test/campaign-fixture.ts'

/** Makers of complete, passing inputs; every test changes the one thing it is about. All people and brands are invented. */
export function makeAccount(change: Partial<Account> = {}): Account {
  const post = { sponsored: false, likes: 900, comments: 40, shares: 8, saves: 300, observedAt: null, publishedAt: null }
  return {
    platform: 'xiaohongshu',
    accountId: 'a1',
    handle: null,
    displayName: '小湖',
    creatorType: { value: 'micro', basis: '120000 followers, tier row xiaohongshu mid' },
    followers: 120_000,
    categories: ['beauty'],
    region: null,
    mcn: null,
    verification: null,
    bio: null,
    brands: [],
    person: { gender: null, ageBand: '25-34', languages: [] },
    commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
    community: { leads: null, kind: null, size: null },
    actsAs: [],
    audience: { gender: { female: 0.8, male: 0.2 }, age: {}, cityTier: {}, province: {}, basis: 'followers', n: null },
    quotes: [newQuote({ format: 'note_picture', listFen: 1_200_000, platformFee: 0.1, filed: true, source: 'agency sheet' })],
    metrics: [
      {
        name: 'activeFollowerShare',
        value: 0.4,
        low: null,
        high: null,
        unit: 'share',
        proof: 'unproved',
        period: '28d',
        noteType: null,
        flow: null,
        definition: null,
        formula: null,
        source: 'pugongying.creators',
        tab: null,
        column: '活跃粉丝占比',
        observedAt: null,
        importId: 'i1',
      },
    ],
    posts: [1, 2, 3, 4, 5].map((index) => ({ ...post, postId: `p${index}`, views: 20_000 + index })),
    ...change,
  }
}

export function makeChosen(change: Partial<ChosenCreator> = {}): ChosenCreator {
  return {
    creatorId: 'c1',
    account: makeAccount(),
    costFen: 1_200_000,
    format: 'note_picture',
    filed: true,
    contracted: false,
    engagements: [],
    ...change,
  }
}

export function makeLint(change: Partial<LintItem> = {}): LintItem {
  return { id: 'd1', verdict: 'pass', rulebook: '2026-11-22', findings: [], exemptions: [], missing: [], ...change }
}

export function makeHit(outcome: LintFinding['outcome'], ruleId = 'ad-law.art09-3', match: string | null = '最佳'): LintFinding {
  return {
    ruleId,
    outcome,
    field: 'text',
    span: null,
    match,
    message: { en: 'Absolute wording.', zh: '绝对化用语。' },
    fix: { en: 'Strike it.', zh: '请删除。', replacement: null },
    source: { title: '中华人民共和国广告法', number: null, article: '第九条第三项', url: null, checkedOn: null },
    validFrom: null,
    validTo: null,
  }
}

export function makeDraft(text = '最近脸干，试了这瓶面霜，质地轻薄，早晚都在用。', change: Partial<Draft> = {}): Draft {
  return {
    id: 'v1',
    deliverableId: 'd1',
    version: 1,
    facts: { id: 'd1', text, platform: 'xiaohongshu', publishAt: '2027-01-20' },
    lint: makeLint(),
    submittedAt: '2027-01-10T02:00:00.000Z',
    submittedBy: 'c1',
    ...change,
  }
}

export function makeDeliverable(change: Partial<Deliverable> = {}): Deliverable {
  return {
    id: 'd1',
    creatorId: 'c1',
    creatorName: '小湖',
    platform: 'xiaohongshu',
    format: 'note_picture',
    state: 'draft_in_review',
    plannedFor: '2027-01-20',
    publishedUrl: null,
    publishedAt: null,
    revisionRounds: 0,
    ...change,
  }
}

export function makeItem(change: Partial<DeliverableUnderJudgement> = {}): DeliverableUnderJudgement {
  return {
    deliverable: makeDeliverable(),
    draft: makeDraft(),
    previousDrafts: [],
    productProof: { sentAt: '2027-01-02', receivedAt: '2027-01-04', inUseSince: '2027-01-05', isShown: true },
    ...change,
  }
}

export function makePlan(change: Partial<PlanResult> = {}): PlanResult {
  return {
    chosen: ['c1'],
    costFen: 1_200_000,
    value: 1,
    upperBound: 1,
    gap: 0,
    method: 'greedy+swap',
    elapsedMs: 1,
    because: [],
    infeasible: null,
    creators: [],
    left: [],
    reserve: [],
    kpis: [{ name: 'interactions', unit: 'interactions', p10: 30_000, p50: 60_000, p90: 90_000, target: 50_000, pTarget: 0.7 }],
    costPer: { views: null, interactions: { p10: 13, p50: 20, p90: 40 } },
    budgetFor: { p50Fen: 8_000_000, p80Fen: null },
    ...change,
  }
}

/** An input on which all five gates pass. */
export function makeGateInput(change: Partial<GateInput> = {}): GateInput {
  return {
    campaign: makeCampaign(),
    plan: null,
    chosen: [makeChosen()],
    brief: { id: 'b1', version: 1, state: 'approved', authorId: 'u1', brief: makeBrief(), lint: makeLint({ id: 'b1' }) },
    deliverables: [makeItem()],
    waivers: [],
    earlier: [],
    today: '2027-01-12',
    ...change,
  }
}
