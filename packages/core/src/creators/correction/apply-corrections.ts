import { nameSource, newMetric, newQuote, type Account, type Metric, type Quote } from '../../imports/index.ts'
import { CORRECTABLE_TEXTS, type Correction, type CorrectionInput, type MetricPlace } from './schema.ts'

/** What a typed value names as its source. */
export function typedSource(enteredBy: string | null): string {
  return `${TYPED}${enteredBy ?? 'a member who left'}`
}
const TYPED = 'typed by '
const isTyped = (source: string) => source.startsWith(TYPED)

/**
 * The account with what people typed. A typed text and a typed share of the audience stand first until they are withdrawn: sources give
 * them without a time. A typed number stands first until something newer was observed; either way it is one more number with its passport
 * beside the others.
 */
export function applyCorrections(account: Account, corrections: readonly Correction[]): Account {
  return listStanding(corrections).reduce((known, { input, enteredAt, enteredBy }) => {
    return applyOne(known, input, { source: typedSource(enteredBy), observedAt: enteredAt })
  }, account)
}

/** What was not taken back, in the order it was typed. Two may be typed in one moment: ids rise, and every list orders them so. */
export function listStanding(corrections: readonly Correction[]): Correction[] {
  const placeOf = ({ enteredAt, id }: Correction) => `${enteredAt} ${id}`
  return corrections.filter(({ withdrawnAt }) => withdrawnAt === null).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

interface Typed {
  readonly source: string
  readonly observedAt: string
}

function applyOne(account: Account, input: CorrectionInput, typed: Typed): Account {
  if (input.field === 'followers') return typeFollowers(account, input.value, typed)
  if (input.field === 'ageBand') return { ...account, person: { ...account.person, ageBand: input.value } }
  if (input.field === 'creatorType')
    return { ...account, creatorType: { value: input.value, basis: typed.source, basisZh: nameSource(typed.source).zh } }
  if (input.field === 'metric') return { ...account, metrics: typeMetric(account.metrics, input, typed) }
  if (input.field === 'audience') return { ...account, audience: shiftAudience(account.audience, input.place, input.value) }
  if (input.field === 'price')
    return { ...account, quotes: [...account.quotes, newQuote({ format: input.format, listFen: input.value, ...typed })] }
  if (input.field === 'quote') return { ...account, quotes: [...account.quotes, quoteOf(input, typed)] }
  if (input.field === 'quoteSum' || input.field === 'quoteShare')
    return { ...account, quotes: [...account.quotes, typeQuote(account, input, typed)] }
  const text = CORRECTABLE_TEXTS.find((name) => name === input.field)
  return text === undefined ? account : { ...account, [text]: input.value }
}

function quoteOf(
  { format, value: { note, ...parts } }: Extract<CorrectionInput, { field: 'quote' }>,
  { source, observedAt }: Typed,
): Quote {
  return newQuote({ ...parts, format, source: `${source} — ${note}`, observedAt })
}

function typeFollowers(account: Account, value: number, typed: Typed): Account {
  const place = { name: 'followers', period: null, noteType: null, flow: null }
  const isNewest = account.metrics.every(({ name, observedAt }) => name !== 'followers' || (observedAt ?? '') <= typed.observedAt)
  const input = { place, value, unit: 'followers' }
  return { ...account, followers: isNewest ? value : account.followers, metrics: typeMetric(account.metrics, input, typed) }
}

/** Readers take the first number of a name: the typed one stands there unless something newer is known. */
function typeMetric(metrics: readonly Metric[], input: { place: MetricPlace; value: number; unit?: string }, typed: Typed): Metric[] {
  const like = newestOf(metrics, input.place)
  const metric = newMetric({
    ...input.place,
    value: input.value,
    unit: input.unit ?? like?.unit ?? 'unknown',
    definition: like?.definition ?? null,
    column: input.place.name,
    importId: 'typed',
    ...typed,
  })
  return (like?.observedAt ?? '') > typed.observedAt ? [...metrics, metric] : [metric, ...metrics]
}

function newestOf(metrics: readonly Metric[], place: MetricPlace): Metric | undefined {
  return metrics
    .filter(
      ({ name, period, noteType, flow }) =>
        name === place.name && period === place.period && noteType === place.noteType && flow === place.flow,
    )
    .toSorted((a, b) => ((a.observedAt ?? '') < (b.observedAt ?? '') ? 1 : -1))[0]
}

type AudiencePlace = Extract<CorrectionInput, { field: 'audience' }>['place']
const NO_SHARES = { gender: {}, age: {}, cityTier: {}, province: {}, basis: 'followers' as const, n: null }

/** The audience with one share typed over. */
export function shiftAudience(
  audience: Account['audience'],
  { axis, key }: AudiencePlace,
  value: number,
): NonNullable<Account['audience']> {
  const known = audience ?? NO_SHARES
  return { ...known, [axis]: { ...known[axis], [key]: value } }
}

type QuoteInput = Extract<CorrectionInput, { field: 'quoteSum' | 'quoteShare' }>

/** The newest quote of that format and filing with one part typed. A net price worked out from the part goes with it. */
function typeQuote({ quotes }: Account, { place: { format, filed, part }, value }: QuoteInput, typed: Typed): Quote {
  const like = newestQuote(quotes, { format, filed }) ?? newQuote({ format, filed, ...typed })
  const net = part === 'listFen' || part === 'rebate' ? { netFen: null } : {}
  return { ...like, ...net, [part]: value, ...typed }
}

function newestQuote(quotes: readonly Quote[], place: { format: string; filed: boolean | null }): Quote | undefined {
  const same = quotes.filter(({ format, filed }) => format === place.format && filed === place.filed)
  return same.toSorted((a, b) => ((a.observedAt ?? '') < (b.observedAt ?? '') ? 1 : -1))[0]
}

/** Whether a person typed a quote over this one: same format and filing, or the filing left open, and not older. */
export function isTypedOver(quote: Quote, all: readonly Quote[]): boolean {
  return all.some(
    (other) =>
      other !== quote &&
      isTyped(other.source) &&
      other.format === quote.format &&
      (other.filed === quote.filed || other.filed === null) &&
      (other.observedAt ?? '') > (quote.observedAt ?? ''),
  )
}

/** Whether a person typed a number over this one: the same thing counted over the same time, and not older. */
export function isMetricTypedOver(metric: Metric, all: readonly Metric[]): boolean {
  const { name, period, noteType, flow, observedAt } = metric
  return all.some(
    (other) =>
      other !== metric &&
      isTyped(other.source) &&
      other.name === name &&
      other.period === period &&
      other.noteType === noteType &&
      other.flow === flow &&
      (other.observedAt ?? '') > (observedAt ?? ''),
  )
}

/** What stands in the place of a correction now; null is not known. */
export function valueBefore(account: Account, input: CorrectionInput): string | number | null {
  if (input.field === 'metric') return newestOf(account.metrics, input.place)?.value ?? null
  if (input.field === 'audience') {
    const { axis, key } = input.place
    const shares = account.audience?.[axis] ?? {}
    // A key like "constructor" is a word somebody typed, not what every object inherits.
    return Object.hasOwn(shares, key) ? (shares[key] ?? null) : null
  }
  if (input.field === 'quote') {
    const before = newestQuote(account.quotes, { format: input.format, filed: input.value.filed })
    return before?.listFen ?? before?.netFen ?? null
  }
  if (input.field === 'quoteSum' || input.field === 'quoteShare')
    return newestQuote(account.quotes, input.place)?.[input.place.part] ?? null
  if (input.field === 'ageBand') return account.person.ageBand
  if (input.field === 'creatorType') return account.creatorType?.value ?? null
  if (input.field !== 'price') return account[input.field]
  const quotes = account.quotes.filter(({ format, listFen }) => format === input.format && listFen !== null)
  const newest = quotes.toSorted((a, b) => ((a.observedAt ?? '') < (b.observedAt ?? '') ? -1 : 1)).at(-1)
  return newest?.listFen ?? null
}
