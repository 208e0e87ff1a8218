import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../../campaigns/test/campaign-fixture.ts'
import { newAccount, newPost, vetAccounts, type Account } from '../../creators/index.ts'
import type { FitPartName } from './fit-schema.ts'
import { measureFit, type FitFacts } from './measure-fit.ts'

const account = (known: Partial<Account> = {}) => newAccount({ platform: 'douyin', accountId: 'k1', ...known })
const [blank] = vetAccounts([account()], [])
if (blank === undefined) throw new Error('one account gives one vetting')
const { authenticity, image } = blank

const facts = (known: Partial<FitFacts> = {}): FitFacts => ({ account: account(), vetting: null, price: null, reference: null, ...known })
const WISH = { gender: { female: 0.9, male: 0.1 }, age: { '18-24': 0.4, '25-34': 0.6 }, size: null }
const audience = (known: object) => ({ gender: {}, age: {}, cityTier: {}, province: {}, basis: 'followers' as const, n: null, ...known })
const posts = (paid: number[]) => [
  ...[10, 20, 30].map((views, at) => newPost({ postId: `e${at}`, sponsored: false, views })),
  ...paid.map((views, at) => newPost({ postId: `s${at}`, sponsored: true, views })),
]

interface Said {
  readonly why: string
  readonly code: FitPartName
  readonly known: Partial<FitFacts>
  readonly en: string
  readonly zh: string
}

// What people read of each part, in both languages: known, and each way of not being known.
const SAID: readonly Said[] = [
  {
    why: 'both axes of the audience',
    code: 'audience',
    known: { account: account({ audience: audience({ gender: { female: 0.8 }, age: { '18-24': 0.5, '25-34': 0.5 } }) }) },
    en: 'Gender overlaps the target by 90%; age overlaps the target by 90%.',
    zh: '性别与目标重合 90%；年龄与目标重合 90%。',
  },
  {
    why: 'an audience beside that of the platform',
    code: 'audience',
    known: {
      account: account({ audience: audience({ gender: { female: 0.84 } }) }),
      reference: { gender: { female: 0.56 }, age: {}, n: 12 },
    },
    en: 'Gender overlaps the target by 94% (TGI 150 of female: 84% / 56%, n = 12); age not known.',
    zh: '性别与目标重合 94%（女性 TGI 150：84% / 56%, n = 12）；年龄未知。',
  },
  {
    why: 'no audience',
    code: 'audience',
    known: {},
    en: 'The audience of this creator is not known.',
    zh: '达人受众画像未知。',
  },
  {
    why: 'a category of the product',
    code: 'content',
    known: { account: account({ categories: ['时尚', '美妆'] }) },
    en: "Category 美妆 is the product's.",
    zh: '类目「美妆」与产品一致。',
  },
  {
    why: 'another category',
    code: 'content',
    known: { account: account({ categories: ['汽车'] }) },
    en: 'No category of the product among 汽车 (counts 0.2 [A]).',
    zh: '类目「汽车」与产品不一致（计 0.2 [A]）。',
  },
  {
    why: 'neither categories nor posts',
    code: 'content',
    known: {},
    en: 'Neither categories nor texts of posts are held.',
    zh: '未掌握达人类目及作品文本。',
  },
  {
    why: 'an authenticity report, rounded down',
    code: 'authenticity',
    known: { vetting: { image, authenticity: { ...authenticity, score: 79.9, completeness: 0.4 } } },
    en: 'Authenticity report: 79 of 100.',
    zh: '真实性报告 79 分（满分 100）。',
  },
  {
    why: 'no signal',
    code: 'authenticity',
    known: { vetting: { image, authenticity } },
    en: 'Nothing could be computed: no evidence is no clean record.',
    zh: '无从判断：没有证据不等于没有问题。',
  },
  {
    why: 'a place among peers',
    code: 'price',
    known: { price: { rank: 0.25, n: 12 } },
    en: 'Cost per thousand views: 25% of 12 peers are cheaper.',
    zh: '千次播放成本：12 位可比达人中 25% 更便宜。',
  },
  {
    why: 'seven peers are too few',
    code: 'price',
    known: { price: { rank: null, n: 7 } },
    en: 'Price or forecast is unknown, or there are fewer than 8 peers (7).',
    zh: '价格或预估未知，或可比达人不足 8 位（7 位）。',
  },
  {
    why: 'an image report',
    code: 'safety',
    known: { vetting: { authenticity, image: { ...image, safety: { ...image.safety, score: 91.2 } } } },
    en: 'Image report: 91 of 100.',
    zh: '形象报告：91 分（满分 100）。',
  },
  {
    why: 'no image report',
    code: 'safety',
    known: { vetting: { authenticity, image } },
    en: 'Brand safety is not known: posts, comments or incidents are not held.',
    zh: '品牌安全未知：未掌握作品、评论或处罚记录。',
  },
  {
    why: 'paid work that was seen',
    code: 'pastWork',
    known: { account: account({ posts: posts([25, 5]) }) },
    en: '1 of 2 sponsored posts reached the middle of 3 everyday ones (Wilson 9.5%–90.5%).',
    zh: '2 条合作内容中 1 条达到 3 条日常内容的中位水平（Wilson 区间 9.5%–90.5%）。',
  },
  {
    why: 'no paid work',
    code: 'pastWork',
    known: { account: account({ posts: posts([]) }) },
    en: '0 sponsored and 3 everyday posts with views are held: too few to compare.',
    zh: '持有播放/阅读数的合作内容 0 条、日常内容 3 条：不足以比较。',
  },
]

describe('what each part of the fit says', () => {
  test.each(SAID)('$code: $why', ({ code, known, en, zh }) => {
    const report = measureFit(facts(known), makeCampaign({ audience: WISH }))
    expect(report.parts.find((part) => part.code === code)?.because).toEqual({ en, zh })
  })

  test('a campaign of a category without a field says so', () => {
    const report = measureFit(facts({ account: account({ categories: ['美妆'] }) }), makeCampaign({ category: 'general' }))
    expect(report.parts.find(({ code }) => code === 'content')?.because).toEqual({
      en: 'Products of category general have no field that creators name.',
      zh: '「一般商品」没有对应的达人内容领域。',
    })
  })
})

describe('each field of a product', () => {
  test.each([
    ['cosmetics', '护肤', '汽车'],
    ['special_cosmetics', 'Beauty', 'Cars'],
    ['children_cosmetics', '母婴', '数码'],
    ['food', '美食', '护肤'],
    ['health_food', '养生', '游戏'],
    ['infant_formula', '育儿', '游戏'],
    ['fsmp', '营养', '穿搭'],
    ['medical_service', '健康', '穿搭'],
    ['medical_aesthetic', '医美', '汽车'],
    ['medical_device', '医疗', '汽车'],
    ['drug', '健康', '游戏'],
    ['finance', '理财', '美食'],
    ['education', '知识', '美食'],
    ['alcohol', '白酒', '汽车'],
    ['real_estate', '家居', '汽车'],
    ['agriculture', '三农', '汽车'],
    ['game', '电竞', '美妆'],
    ['legal', '普法', '美妆'],
  ] as const)('%s takes %s and not %s', (category, own, other) => {
    const valueOf = (name: string) =>
      measureFit(facts({ account: account({ categories: [name] }) }), makeCampaign({ category })).parts.find(
        ({ code }) => code === 'content',
      )?.value
    expect(valueOf(own)).toBe(1)
    expect(valueOf(other)).toBe(0.2)
  })
})
