import {
  accountSchema,
  joinPosts,
  metricSchema,
  newQuote,
  quoteSchema,
  recentPostSchema,
  type Account,
  type Metric,
} from '@kolibra/core/creators'
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

/** Finds the passport of a column of an import, by its names or by its place. */
export interface PassportLookup {
  readonly named: (key: { importId: string; tab: string; column: string; metric: string }) => FiledPassport | undefined
  readonly placed: (importId: string, place: number) => FiledPassport | undefined
}

export interface StoredIdentity {
  readonly platform: string
  readonly accountId: string
  readonly displayName: string | null
  readonly handle: string | null
  readonly region: string | null
  readonly verification: string | null
  readonly bio: string | null
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
  brands: true,
})
type Profile = z.infer<typeof profileSchema>
const ownPassportSchema = metricSchema.pick({ unit: true, proof: true, definition: true, formula: true })
const valuesSchema = z.array(
  metricSchema.pick({ column: true, name: true, value: true, low: true, high: true }).extend(ownPassportSchema.partial().shape),
)
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
  brands: [],
}

// What an import left out is not known.
const filled = (blank: object) => (kept: unknown) => (typeof kept === 'object' ? { ...blank, ...kept } : kept)
const numberSchema = z.number().nullable()
const wholeSchema = z.preprocess(
  filled({ ...EMPTY_PROFILE, metrics: [], quotes: [], posts: [] }),
  profileSchema.extend({
    metrics: z.array(z.union([numberSchema, z.tuple([numberSchema, numberSchema])])),
    quotes: z.array(z.preprocess(filled(newQuote({ format: '', source: '' })), quoteSchema)),
    posts: postsSchema,
  }),
)

/** Puts an account together again; the newest known value wins, and every number keeps its passport. `observations` as they count, oldest first. */
export function assembleAccount(identity: StoredIdentity, observations: readonly StoredObservation[], passportOf: PassportLookup): Account {
  const parts = observations.map((observation) => readParts(observation, passportOf))
  const profile = parts.reduce((known, part) => overlay(known, part.profile), EMPTY_PROFILE)
  const posts = joinPosts(...parts.map((part) => part.posts))
  return {
    ...profile,
    platform: identity.platform,
    accountId: identity.accountId,
    displayName: identity.displayName,
    handle: identity.handle,
    region: identity.region,
    verification: identity.verification,
    bio: identity.bio,
    person: accountSchema.shape.person.parse(identity.person),
    quotes: parts.flatMap((part) => part.quotes),
    metrics: parts.flatMap((part) => part.metrics),
    posts: posts.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1)),
  }
}

interface Parts {
  readonly profile: Profile
  readonly quotes: Account['quotes']
  readonly metrics: readonly Metric[]
  readonly posts: Account['posts']
}

function readParts(observation: StoredObservation, passportOf: PassportLookup): Parts {
  const { kind, values } = observation
  const nothing: Parts = { profile: EMPTY_PROFILE, quotes: [], metrics: [], posts: [] }
  if (kind === 'account') return readWhole(observation, passportOf)
  if (kind === 'profile') return { ...nothing, profile: profileSchema.parse(values) }
  if (kind === 'quotes') return { ...nothing, quotes: quotesSchema.parse(values) }
  if (kind === 'metrics') return { ...nothing, metrics: readMetrics(observation, passportOf) }
  return kind === 'posts' ? { ...nothing, posts: postsSchema.parse(values) } : nothing
}

function readWhole({ importId, source, observedAt, values }: StoredObservation, { placed }: PassportLookup): Parts {
  const { metrics, quotes, posts, ...profile } = wholeSchema.parse(values)
  return {
    profile,
    quotes,
    posts,
    metrics: metrics.flatMap((number, place) => {
      const passport = importId === null ? undefined : placed(importId, place)
      if (number === null || passport === undefined) return []
      const [low, high] = typeof number === 'number' ? [null, null] : number
      const { metric: name, tab, fileId, ...rest } = passport
      const kept = { ...rest, name, source, tab: tab === '' ? null : tab, observedAt, importId: fileId }
      return [metricSchema.parse({ ...kept, value: typeof number === 'number' ? number : null, low, high })]
    }),
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
    brands: [
      ...known.brands.filter(({ brand, source }) => !newer.brands.some((one) => one.brand === brand && one.source === source)),
      ...newer.brands,
    ],
  }
}

function readMetrics(observation: StoredObservation, passportOf: PassportLookup): Metric[] {
  const { importId, source, tab, period, noteType, flow, observedAt } = observation
  return valuesSchema.parse(observation.values).map(({ column, name, value, low, high, ...own }) => {
    const filed = importId === null ? undefined : passportOf.named({ importId, tab, column, metric: name })
    const passport = filed ?? own
    return metricSchema.parse({
      name,
      value,
      low,
      high,
      unit: passport.unit ?? 'unknown',
      proof: passport.proof ?? 'unproved',
      period,
      noteType,
      flow,
      definition: passport.definition ?? null,
      formula: passport.formula ?? null,
      source,
      tab: tab === '' ? null : tab,
      column,
      observedAt,
      importId: filed?.fileId ?? 'typed',
    })
  })
}
