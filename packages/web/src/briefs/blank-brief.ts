import { briefSchema, type Bilingual, type Brief } from '@kolibra/core/briefs'
import type { Platform } from '@kolibra/core/shared'
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
  /** How many posts the plan wants, by platform and format. */
  readonly posts: readonly { readonly platform: Platform; readonly format: string; readonly count: number }[]
}

/** Adds up equal posts of a plan: three notes on one platform are one line with count 3. */
export function countPosts(posts: readonly { platform: Platform; format: string }[]): BriefSeed['posts'] {
  const counts = new Map<string, { platform: Platform; format: string; count: number }>()
  for (const { platform, format } of posts) {
    const key = `${platform} ${format}`
    counts.set(key, { platform, format, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** A first brief: what is known is filled, what only a person can say is empty, and no words are demanded verbatim. */
export function blankBrief({ productName, brand, competitors, starts, ends, posts }: BriefSeed): Brief {
  return briefSchema.parse({
    background: { zh: brand === '' ? '' : `${brand}：${productName}`, en: brand === '' ? '' : `${brand}: ${productName}` },
    goal: BLANK_SENTENCE,
    audience: BLANK_SENTENCE,
    keyMessage: BLANK_SENTENCE,
    productFacts: [{ text: BLANK_SENTENCE, evidence: null }],
    mustSay: [],
    mustNot: competitors.map((name) => ({ zh: `不提及竞品 ${name}`, en: `Do not mention ${name}` })),
    deliverables: posts.map((post) => ({ ...post, windowFrom: starts, windowTo: ends })),
    disclosure: { label: '广告', filingChannel: null, note: BLANK_SENTENCE },
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
  })
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
