import { accountSchema, metricSchema, quoteSchema, recentPostSchema, type Account, type Metric } from '@kolibra/core/creators'
import { z } from 'zod'
import type { ColumnPassport } from './split-account.ts'

/** An observation as it was kept; `importId` null when it was typed in. */
export interface StoredObservation {
  readonly kind: string
  readonly importId: string | null
  readonly source: string
  readonly tab: string
  readonly period: string | null
  readonly noteType: string | null
  readonly flow: string | null
  readonly observedAt: string | null
  readonly values: unknown
}

/** A column's passport with the hash of the file it came from, as `sha256:…`. */
export type FiledPassport = ColumnPassport & { readonly fileId: string }

/** Finds the passport of a column of an import. */
export type PassportLookup = (key: { importId: string; tab: string; column: string; metric: string }) => FiledPassport | undefined

export interface StoredIdentity {
  readonly platform: string
  readonly accountId: string
  readonly displayName: string | null
  readonly handle: string | null
  readonly region: string | null
  readonly verification: string | null
  readonly person: unknown
}

const profileSchema = accountSchema.pick({
  creatorType: true,
  followers: true,
  categories: true,
  mcn: true,
  commerce: true,
  community: true,
  actsAs: true,
  audience: true,
})
type Profile = z.infer<typeof profileSchema>
const valuesSchema = z.array(metricSchema.pick({ column: true, name: true, value: true, low: true, high: true }))
const quotesSchema = z.array(quoteSchema)
const postsSchema = z.array(recentPostSchema)

const EMPTY_PROFILE: Profile = {
  creatorType: null,
  followers: null,
  categories: [],
  mcn: null,
  commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
  community: { leads: null, kind: null, size: null },
  actsAs: [],
  audience: null,
}

/** Puts an account together again; the newest known value wins, and every number keeps its passport. `observations` oldest first. */
export function assembleAccount(identity: StoredIdentity, observations: readonly StoredObservation[], passportOf: PassportLookup): Account {
  const of = (kind: string) => observations.filter((observation) => observation.kind === kind)
  const profile = of('profile').reduce((known, { values }) => overlay(known, profileSchema.parse(values)), EMPTY_PROFILE)
  const posts = new Map(of('posts').flatMap(({ values }) => postsSchema.parse(values).map((post) => [post.postId, post] as const)))
  return {
    ...profile,
    platform: identity.platform,
    accountId: identity.accountId,
    displayName: identity.displayName,
    handle: identity.handle,
    region: identity.region,
    verification: identity.verification,
    person: accountSchema.shape.person.parse(identity.person),
    quotes: of('quotes').flatMap(({ values }) => quotesSchema.parse(values)),
    metrics: of('metrics').flatMap((observation) => readMetrics(observation, passportOf)),
    posts: [...posts.values()].toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1)),
  }
}

function overlay(known: Profile, newer: Profile): Profile {
  return {
    creatorType: newer.creatorType ?? known.creatorType,
    followers: newer.followers ?? known.followers,
    categories: newer.categories.length > 0 ? newer.categories : known.categories,
    mcn: newer.mcn ?? known.mcn,
    commerce: {
      ownShop: newer.commerce.ownShop ?? known.commerce.ownShop,
      level: newer.commerce.level ?? known.commerce.level,
      liveGmvRange: newer.commerce.liveGmvRange.some((bound) => bound !== null) ? newer.commerce.liveGmvRange : known.commerce.liveGmvRange,
    },
    community: {
      leads: newer.community.leads ?? known.community.leads,
      kind: newer.community.kind ?? known.community.kind,
      size: newer.community.size ?? known.community.size,
    },
    actsAs: newer.actsAs.length > 0 ? newer.actsAs : known.actsAs,
    audience: newer.audience ?? known.audience,
  }
}

function readMetrics(observation: StoredObservation, passportOf: PassportLookup): Metric[] {
  const { importId, source, tab, period, noteType, flow, observedAt } = observation
  return valuesSchema.parse(observation.values).map(({ column, name, value, low, high }) => {
    const passport = importId === null ? undefined : passportOf({ importId, tab, column, metric: name })
    return metricSchema.parse({
      name,
      value,
      low,
      high,
      unit: passport?.unit ?? 'unknown',
      proof: passport?.proof ?? 'unproved',
      period,
      noteType,
      flow,
      definition: passport?.definition ?? null,
      formula: passport?.formula ?? null,
      source,
      tab: tab === '' ? null : tab,
      column,
      observedAt,
      importId: passport?.fileId ?? 'typed',
    })
  })
}
