import type { Campaign, GuardRail, Kpi } from '../index.ts'

/** A complete KPI and campaign; every test changes the one thing it is about. The brand is invented. */
export function makeKpi(change: Partial<Kpi> = {}): Kpi {
  return {
    name: 'interactions',
    unit: 'interactions',
    definition: 'like + comment + share + save',
    baseline: 1200,
    baselineBasis: { source: 'own count of the 28 days before' },
    target: 50_000,
    deadline: '2027-02-28',
    deliveredBy: 'creator',
    deliveredWhen: 'T+7',
    ...change,
  }
}

/** Cost per interaction at most CNY 10. */
export function makeRail(change: Partial<GuardRail> = {}): GuardRail {
  return {
    metric: 'cpe',
    bound: 'atMost',
    value: 10,
    unit: 'CNY per interaction',
    source: 'agreed with the agency',
    deliveredBy: 'agency',
    deliveredWhen: 'T+7',
    ...change,
  }
}

export function makeCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
    name: 'First snow',
    brand: 'Alpensee',
    stage: 'new',
    category: 'cosmetics',
    product: { name: 'Lakeside cream', cosmeticClass: 'ordinary', registrationNo: null, ownBrandWords: [] },
    platforms: ['xiaohongshu'],
    budgetFen: 10_000_000,
    secondCurrency: null,
    starts: '2027-01-11',
    ends: '2027-01-31',
    audience: null,
    localAgency: 'Lake desk Shanghai',
    competitors: [],
    goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()] },
    mix: [],
    mustHave: [],
    never: [],
    seed: 1,
    ...change,
  }
}
