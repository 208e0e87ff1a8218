import type { Localized, Platform } from '../shared/index.ts'
import type { Bilingual } from './schema.ts'

type Line = { readonly weight: 'must' | 'should' | 'free'; readonly text: Bilingual }

/** Part of a first brief: sentences that stand for a person to change, and lines to start from. */
export interface BriefTemplate {
  readonly id: string
  readonly name: Localized
  readonly sentences: Readonly<Partial<Record<'goal' | 'keyMessage' | 'usageRights' | 'paymentTerms', Bilingual>>>
  readonly mustSay: readonly Line[]
  readonly mustNot: readonly Line[]
  readonly shots: readonly Line[]
  readonly reviewSteps: readonly { readonly text: Bilingual; readonly hours: number | null }[]
}

const line = (weight: Line['weight'], zh: string, en: string): Line => ({ weight, text: { zh, en } })
const NOTHING = { sentences: {}, mustSay: [], mustNot: [], shots: [], reviewSteps: [] }

const COMMON: Omit<BriefTemplate, 'id' | 'name' | 'mustSay'> = {
  sentences: {
    usageRights: {
      zh: '品牌可在自有账号转发原内容 90 天，须保留作者名；剪辑、投流另行约定。',
      en: 'The brand may repost the original on its own accounts for 90 days with the author’s name; editing and paid promotion are agreed separately.',
    },
    paymentTerms: {
      zh: '通过平台订单付款，按平台结算周期；审核通过后品牌取消，照付全款。',
      en: 'Paid through the platform order in its settlement cycle; if the brand cancels after approval, the full price is due.',
    },
  },
  mustNot: [
    line('must', '不写没有依据的功效和数字。', 'No effects and no figures without evidence.'),
    line('must', '不点名贬低其他品牌。', 'Do not run down other brands by name.'),
  ],
  shots: [],
  reviewSteps: [
    { text: { zh: '本地代理看事实、合规与平台规则。', en: 'The local agency looks at facts, law and platform rules.' }, hours: 24 },
    { text: { zh: '品牌只确认产品事实。', en: 'The brand confirms product facts only.' }, hours: 24 },
  ],
}

/** What a goal suggests; every word is ours and meant to be changed. */
export const GOAL_TEMPLATES: Readonly<Record<'awareness' | 'product', BriefTemplate>> = {
  awareness: {
    ...COMMON,
    id: 'awareness',
    name: { en: 'be known', zh: '品牌认知' },
    sentences: {
      ...COMMON.sentences,
      goal: {
        zh: '让目标人群认识品牌，并愿意互动、关注品牌账号。',
        en: 'The audience hears of the brand, interacts and follows its account.',
      },
    },
    mustSay: [
      line('must', '说清楚这是与品牌的合作。', 'Say clearly that this is a cooperation with the brand.'),
      line('should', '讲一个自己生活里的真实场景。', 'Tell a real moment of your own life.'),
      line('free', '喜欢和不喜欢的地方，都可以讲。', 'What you like and what you do not; both are welcome.'),
    ],
  },
  product: {
    ...COMMON,
    id: 'product',
    name: { en: 'sell a product', zh: '产品销售' },
    sentences: {
      ...COMMON.sentences,
      goal: {
        zh: '让目标人群了解这款产品，并知道在哪里可以买到。',
        en: 'The audience understands the product and knows where it can be bought.',
      },
    },
    mustSay: [
      line('must', '产品名说全，规格说清。', 'Give the full product name and its size.'),
      line('must', '说清楚这是与品牌的合作。', 'Say clearly that this is a cooperation with the brand.'),
      line('should', '适合谁、不适合谁，各说一句。', 'One sentence each: whom it suits and whom it does not.'),
    ],
    mustNot: [...COMMON.mustNot, line('must', '不承诺价格；优惠以购买页为准。', 'Promise no price; what stands on the shop page counts.')],
  },
}

const VIDEO: Partial<BriefTemplate> = {
  shots: [
    line('should', '产品使用过程，一个自然光下的近景。', 'The product in use, one close shot in daylight.'),
    line('free', '镜头顺序和节奏由你定。', 'Order and pace of the shots are yours.'),
  ],
}
const template = (id: string, name: Localized, part: Partial<BriefTemplate>): BriefTemplate => ({ ...NOTHING, ...part, id, name })

/** What a platform suggests; platforms without a row bring nothing of their own. */
export const PLATFORM_TEMPLATES: Readonly<Partial<Record<Platform, BriefTemplate>>> = {
  xiaohongshu: template(
    'xiaohongshu',
    { en: 'Xiaohongshu note', zh: '小红书笔记' },
    {
      mustSay: [line('free', '标题由你写，不用带产品名。', 'The title is yours; the product need not be in it.')],
      mustNot: [line('must', '图片和正文不放站外链接、二维码。', 'No links or QR codes to other places in pictures or text.')],
      shots: [line('should', '至少一张自己实拍的使用图。', 'At least one picture of your own use.')],
    },
  ),
  douyin: template('douyin', { en: 'Douyin video', zh: '抖音视频' }, VIDEO),
  kuaishou: template('kuaishou', { en: 'Kuaishou video', zh: '快手视频' }, VIDEO),
  wechat_channels: template('wechat_channels', { en: 'Channels video', zh: '视频号视频' }, VIDEO),
  bilibili: template(
    'bilibili',
    { en: 'Bilibili video', zh: 'B站视频' },
    {
      ...VIDEO,
      mustSay: [
        line(
          'should',
          '产品出现的段落由你安排，前后用自己的内容接上。',
          'Place the product where it fits; lead in and out with your own story.',
        ),
      ],
    },
  ),
  weibo: template(
    'weibo',
    { en: 'Weibo post', zh: '微博' },
    {
      mustSay: [line('free', '140 字以内讲一件事就够。', 'One thing in at most 140 characters is enough.')],
    },
  ),
  wechat_oa: template(
    'wechat_oa',
    { en: 'Official Account article', zh: '公众号文章' },
    {
      mustSay: [line('should', '产品事实注明出处。', 'Give the source of product facts.')],
    },
  ),
  zhihu: template(
    'zhihu',
    { en: 'Zhihu answer', zh: '知乎回答' },
    {
      mustSay: [line('should', '先回答问题，再谈产品。', 'Answer the question first, then speak of the product.')],
    },
  ),
}
