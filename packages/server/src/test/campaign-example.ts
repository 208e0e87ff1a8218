import type { BriefInput } from '@kolibra/core/briefs'
import type { Campaign } from '@kolibra/core/campaigns'
import type { ContentFacts } from '@kolibra/core/compliance'
import { newQuote, type AccountInput } from '@kolibra/core/creators'

/** An invented campaign that passes the goal gate. */
export const CAMPAIGN: Campaign = {
  name: 'Glacier Cream',
  brand: 'Alpensee',
  stage: 'new',
  category: 'cosmetics',
  product: { name: 'Glacier Cream', cosmeticClass: 'ordinary', registrationNo: 'TEST-0001', ownBrandWords: ['Alpensee'] },
  platforms: ['xiaohongshu'],
  budgetFen: 30_000_000,
  secondCurrency: null,
  starts: '2026-12-01',
  ends: '2026-12-31',
  audience: null,
  localAgency: 'Huanan Media',
  competitors: [],
  goal: {
    primary: 'awareness',
    reasonForOtherGoal: null,
    kpis: [
      {
        name: 'interactions',
        unit: 'interactions',
        definition: 'likes + comments + saves of all posts',
        baseline: 0,
        baselineBasis: { source: 'own count' },
        target: 100,
        deadline: '2027-01-22',
        deliveredBy: 'Huanan Media',
        deliveredWhen: 'T+21',
      },
      {
        name: 'newFollowers',
        unit: 'followers',
        definition: 'followers of the brand account at the end less at the start',
        baseline: 0,
        baselineBasis: { source: 'own count' },
        target: 10,
        deadline: '2027-01-22',
        deliveredBy: 'Alpensee',
        deliveredWhen: 'T+21',
      },
    ],
  },
  mix: [],
  mustHave: [],
  never: [],
  seed: 1,
}

/** An invented creator with a filed price and ten posts; `index` makes it one of many. */
export function exampleCreator(index: number): AccountInput {
  return {
    platform: 'xiaohongshu',
    accountId: `test-${index}`,
    displayName: `测试达人${index}`,
    creatorType: { value: 'micro', basis: 'set by the test' },
    followers: 40_000 + index * 1000,
    categories: ['beauty'],
    region: '上海',
    audience: {
      gender: { female: 0.8, male: 0.2 },
      age: { '18-24': 0.5, '25-34': 0.5 },
      cityTier: {},
      province: {},
      basis: 'followers',
      n: null,
    },
    quotes: [
      newQuote({
        format: 'note',
        listFen: 500_000,
        rebate: 0.1,
        platformFee: 0.1,
        filed: true,
        source: 'rate card',
        observedAt: '2026-11-20T00:00:00Z',
      }),
    ],
    posts: Array.from({ length: 10 }, (_, post) => ({
      postId: `p-${index}-${post}`,
      publishedAt: `2026-11-${String(post + 1).padStart(2, '0')}T04:00:00Z`,
      sponsored: false,
      views: 8000 + post * 400 + index * 50,
      likes: 300 + post,
      comments: 20,
      shares: 5,
      saves: 40,
      observedAt: '2026-11-20T00:00:00Z',
    })),
  }
}

const both = (en: string, zh: string) => ({ en, zh })

/** An invented brief that leaves its creators free. */
/** What is noted of a product that an invented creator uses. */
export const PRODUCT = {
  sentOn: '2026-11-10',
  receivedOn: '2026-11-12',
  inUseSince: '2026-11-13',
  note: '示例：已发来使用照',
  photoLink: null,
}

export const BRIEF: BriefInput = {
  background: both('A Swiss brand, new in China.', '来自瑞士的品牌,初入中国。'),
  goal: both('Make the brand known.', '让更多人认识品牌。'),
  audience: both('Women from 25 to 34.', '25 到 34 岁女性。'),
  keyMessage: both('A cream for dry winters.', '适合干燥冬季的面霜。'),
  productFacts: [{ text: both('Contains glycerin.', '含甘油。'), evidence: 'formula sheet' }],
  mustSay: [{ weight: 'should', text: both('How it feels on your skin.', '说说你的肤感。') }],
  mustNot: [both('No medical claims.', '不作医疗宣称。')],
  deliverables: [
    {
      platform: 'xiaohongshu',
      format: 'note',
      count: 3,
      windowFrom: '2026-12-01',
      windowTo: '2026-12-20',
      fixedTime: null,
      fixedCaption: null,
    },
  ],
  disclosure: { label: '广告', filingChannel: 'pugongying', note: both('File it before publishing.', '发布前完成报备。') },
  links: [],
  hashtags: [],
  verbatim: [],
  revisionRounds: 1,
  responseHours: 24,
  reviewHours: 24,
  usageRights: both('Three months on our own channels.', '品牌自有渠道三个月。'),
  exclusivityDays: 30,
  paymentTerms: both('30 days after publishing.', '发布后 30 天付款。'),
  contacts: [{ role: 'project lead', reach: 'by the platform inbox' }],
}

/** An invented draft that the rules let pass. */
export const FACTS: ContentFacts = {
  id: 'draft',
  title: '冬天的面霜',
  text: '广告\n这款面霜我用了三周,质地偏厚,适合干性皮肤。',
  platform: 'xiaohongshu',
  format: 'note',
  category: 'cosmetics',
  publishAt: '2026-12-05',
  account: 'creator',
  creator: { type: 'micro', age: 27, usedProduct: true },
  commissioned: true,
  purchasePath: false,
  commission: 'fee',
  purchasePathKind: 'none',
  labelPosition: 'start',
  product: {
    name: 'Glacier Cream',
    brand: 'Alpensee',
    cosmeticClass: 'ordinary',
    registrationNo: 'TEST-0001',
    ownBrandWords: ['Alpensee'],
  },
  ai: { use: 'none', marked: false },
  label: '广告',
  platformStatement: '内容含营销推广信息',
  filing: { channel: 'pugongying', reference: 'TEST-1' },
  links: [],
  evidence: [{ kind: 'proofOfUse', reference: 'TEST-2' }],
}

/** An invented word list of a workspace and a rule on it, as a person types them. */
export const OWN_RULES = `- kind: words
  id: own.rivals
  terms: [示例竞品]
- id: own.rival
  kind: rule
  title: { en: No rival is named, zh: 不提竞品 }
  requirement: { en: A draft names no rival of the brand., zh: 稿件不得提及品牌竞品。 }
  appliesTo: { who: [creator], categories: ['*'], platforms: ['*'], formats: ['*'] }
  outcome: error
  validFrom: '2026-01-01'
  validTo: null
  validFromConfidence: exact
  source: { title: 示例品牌规范, number: null, article: null, url: null, checkedOn: '2026-11-22', readKind: full_text_copy }
  penalty: null
  detectors: [{ kind: terms, find: [own.rivals] }]
  fix: { en: Leave the name out., zh: 请删去竞品名称。 }
  examples: { valid: [{ text: 这款面霜很好。 }, { text: 适合干皮。 }], invalid: [{ text: 比示例竞品更润。 }, { text: 示例竞品的平替。 }] }
  status: in_force
  notes: null
`
