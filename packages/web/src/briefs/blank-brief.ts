import type { Bilingual, Brief } from '@kolibra/core/briefs'
import { groupBy, type Platform } from '@kolibra/core/shared'
import { mintItemId } from './item-id.ts'
import { keepLines, readLines } from './typed-lines.ts'

export const BLANK_SENTENCE: Bilingual = { zh: '', en: '' }

/** What a first brief can take from the campaign and its plan. */
export interface BriefSeed {
  readonly productName: string
  readonly brand: string
  readonly competitors: readonly string[]
  readonly starts: string
  readonly ends: string
  /** The goal's KPIs. */
  readonly kpis: readonly { readonly name: string; readonly target: number; readonly deadline: string }[]
  /** How many posts the plan wants of each creator, by platform and format. */
  readonly posts: readonly { readonly platform: Platform; readonly format: string; readonly count: number }[]
}

interface PlannedPost {
  readonly creatorId: string
  readonly platform: Platform
  readonly format: string
}

/** What a plan asks of each creator: equal posts of one creator are one line, and where creators differ the most anyone has counts. */
export function countPosts(posts: readonly PlannedPost[]): BriefSeed['posts'] {
  const kinds = [...groupBy(posts, ({ platform, format }) => `${platform} ${format}`).values()]
  return kinds.flatMap((same) => {
    const [first] = same
    const counts = [...groupBy(same, ({ creatorId }) => creatorId).values()].map(({ length }) => length)
    return first === undefined ? [] : [{ platform: first.platform, format: first.format, count: Math.max(...counts) }]
  })
}

/** A first brief: what is known is filled, what only a person can say is empty, and no words are demanded verbatim. */
export function blankBrief({ productName, brand, competitors, starts, ends, posts, kpis }: BriefSeed): Brief {
  return {
    background: { zh: brand === '' ? '' : `${brand}：${productName}`, en: brand === '' ? '' : `${brand}: ${productName}` },
    goal: BLANK_SENTENCE,
    audience: BLANK_SENTENCE,
    keyMessage: BLANK_SENTENCE,
    productFacts: [{ id: 'f1', weight: 'must', text: BLANK_SENTENCE, evidence: null }],
    mustSay: [],
    mustNot: competitors.map((name, at) => ({
      id: `n${at + 1}`,
      weight: 'must',
      text: { zh: `不提及竞品 ${name}`, en: `Do not mention ${name}` },
    })),
    deliverables: posts.map((post, at) => ({
      ...post,
      id: `d${at + 1}`,
      weight: 'must',
      windowFrom: starts,
      windowTo: ends,
      slot: null,
      fixedTime: null,
      fixedCaption: null,
    })),
    disclosure: { label: '广告', filingChannel: null, note: BLANK_SENTENCE, platforms: [] },
    links: [],
    hashtags: [],
    verbatim: [],
    productNames: productName === '' ? [] : [productName],
    properNames: brand === '' ? [] : [brand],
    revisionRounds: 2,
    responseHours: 24,
    reviewHours: 24,
    usageRights: BLANK_SENTENCE,
    paymentTerms: BLANK_SENTENCE,
    contacts: [],
    languages: [],
    kpis: kpis.map(({ name, target, deadline }, at) => ({ id: `k${at + 1}`, name, target, deadline })),
    shots: [],
    assets: [],
    toneApproval: false,
    reviewSteps: [],
    autoApproveDays: null,
    exclusivity: [],
  }
}

/** `role: where to reach them`, one per line; a line without a colon is all role. Lines that stood before keep their ids. */
export function readContacts(text: string, items: Brief['contacts']): Brief['contacts'] {
  return keepLines(readLines(text), {
    items,
    textOf: writeContact,
    make: (line, old) => {
      const [role = '', ...reach] = line.split(/[:：]/)
      return { id: old?.id ?? mintItemId('c'), role: role.trim(), reach: reach.join(':').trim() }
    },
  })
}

/** The line that `readContacts` reads back. */
export function writeContact({ role, reach }: Brief['contacts'][number]): string {
  return `${role}: ${reach}`
}
