import { briefSchema, type Brief, type BriefInput } from '../index.ts'

const both = (zh: string, en: string) => ({ zh, en })

/** A complete brief without a finding; every test changes the one thing it is about. */
export function makeBrief(change: Partial<BriefInput> = {}): Brief {
  return briefSchema.parse({
    background: both('品牌第一次来中国。', 'The brand is new to China.'),
    goal: both('让大家认识品牌。', 'People get to know the brand.'),
    audience: both('换季脸干的人。', 'People whose skin is dry when the season turns.'),
    keyMessage: both('清爽不黏的面霜。', 'A cream that is light and not sticky.'),
    productFacts: [{ text: both('含甘油。', 'Contains glycerin.'), evidence: 'ingredient list' }],
    mustSay: [{ weight: 'must', text: both('说出产品全名。', 'Say the full product name.') }],
    mustNot: [both('不要说「药妆」。', 'Do not say “cosmeceutical”.')],
    deliverables: [
      {
        platform: 'xiaohongshu',
        format: 'note_picture',
        count: 1,
        windowFrom: '2027-01-11',
        windowTo: '2027-01-31',
        fixedTime: null,
        fixedCaption: null,
      },
    ],
    disclosure: { label: '广告', filingChannel: '蒲公英', note: both('走官方渠道。', 'Use the official channel.') },
    links: [],
    hashtags: [],
    verbatim: [],
    revisionRounds: 1,
    responseHours: 48,
    reviewHours: 24,
    usageRights: both('可转发。', 'May be reposted.'),
    paymentTerms: both('平台结算。', 'Paid through the platform.'),
    contacts: [{ role: 'desk', reach: 'portal' }],
    ...change,
  })
}
