const listQuarters = (from: number, until: number) =>
  Array.from({ length: (until - from) * 4 }, (_, quarter) => Date.UTC(from + Math.floor(quarter / 4), (quarter % 4) * 3, 1) / 86_400_000)

const FOLLOWERS = [1e3, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6, 5e6, 1e7]
const VIEWS = [1e3, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6, 5e6]
const PRICE_FEN = [1e4, 5e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7]
const RATE = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2]
const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const CPM_FEN = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]
const CPE_FEN = [50, 100, 200, 500, 1000, 2000, 5000]

/**
 * What creators can be searched by. `one`: one value; `tags`: several; `number`: with the edges of its histogram.
 * Money in fen, shares 0–1, days since 1970. Whatever is not known is "unknown", which is a value of every field.
 */
export const DISCOVERY_FIELDS = {
  platform: { kind: 'one' },
  type: { kind: 'one' },
  categories: { kind: 'tags' },
  region: { kind: 'one' },
  mcn: { kind: 'one' },
  languages: { kind: 'tags' },
  filed: { kind: 'one' },
  sources: { kind: 'tags' },
  audienceAge: { kind: 'one' },
  audienceCityTier: { kind: 'one' },
  audienceProvince: { kind: 'one' },
  audienceProvinces: { kind: 'tags' },
  audienceFemaleShare: { kind: 'number', edges: TENTHS },
  audienceUnder25Share: { kind: 'number', edges: TENTHS },
  audience25To34Share: { kind: 'number', edges: TENTHS },
  audienceFrom35Share: { kind: 'number', edges: TENTHS },
  audienceTier1Share: { kind: 'number', edges: TENTHS },
  audienceTopTiersShare: { kind: 'number', edges: TENTHS },
  followers: { kind: 'number', edges: FOLLOWERS },
  viewsP50: { kind: 'number', edges: VIEWS },
  interactRate: { kind: 'number', edges: RATE },
  priceFen: { kind: 'number', edges: PRICE_FEN },
  cpmFen: { kind: 'number', edges: CPM_FEN },
  cpeFen: { kind: 'number', edges: CPE_FEN },
  authenticity: { kind: 'number', edges: TENTHS },
  completeness: { kind: 'number', edges: TENTHS },
  observedDay: { kind: 'number', edges: listQuarters(2020, 2032) },
} as const satisfies Record<string, DiscoveryField>

/** How a field is kept, and where the histogram of a number is cut. */
export type DiscoveryField = { readonly kind: 'one' | 'tags' } | { readonly kind: 'number'; readonly edges: readonly number[] }
/** Name of a field one can search by. */
export type DiscoveryFieldName = keyof typeof DISCOVERY_FIELDS

const isFieldName = (name: string): name is DiscoveryFieldName => Object.hasOwn(DISCOVERY_FIELDS, name)

/** The fields in the order of the table. */
export const DISCOVERY_FIELD_NAMES: readonly DiscoveryFieldName[] = Object.keys(DISCOVERY_FIELDS).filter(isFieldName)
