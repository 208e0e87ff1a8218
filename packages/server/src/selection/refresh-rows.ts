import { typeOf, type Account } from '@kolibra/core/creators'
import { fitCohorts, forecastAccount, type Cohorts } from '@kolibra/core/planning'
import { loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { replaceCreatorRows, type CreatorRowDraft } from './creator-row-store.ts'

/** Rebuilds the table of creators from their observations: type, price, forecast within all creators of the workspace. Safe to repeat. */
export async function refreshRows(ctx: Context): Promise<void> {
  const creators = await loadAccounts(ctx, null)
  const cohorts = fitCohorts(
    creators.map(({ account }) => account),
    { metric: 'views', asOf: ctx.today },
  )
  await replaceCreatorRows(
    ctx,
    creators.map(({ id, account }) => summarize(id, account, { cohorts, today: ctx.today })),
  )
}

function summarize(creatorId: string, account: Account, { cohorts, today }: { cohorts: Cohorts; today: string }): CreatorRowDraft {
  const type = typeOf(account)
  const price = cheapestListed(account)
  const seen = [...account.metrics, ...account.quotes, ...account.posts]
  return {
    creatorId,
    type: type.value,
    basis: type.basis,
    followers: account.followers,
    categories: account.categories,
    priceFen: price?.fen ?? null,
    priceFormat: price?.format ?? null,
    filed: price?.filed ?? null,
    interactRate: account.metrics.find(({ name, value }) => name === 'interactionRate' && value !== null)?.value ?? null,
    sources: listSources(account),
    observedAt:
      seen
        .flatMap(({ observedAt }) => observedAt ?? [])
        .sort()
        .at(-1) ?? null,
    forecast: forecastAccount(account, cohorts, { metric: 'views', asOf: today }),
  }
}

// A quote's source names its column too; the source of the numbers beside it is enough for a table.
function listSources({ metrics, quotes }: Account): string[] {
  const measured = metrics.map(({ source }) => source)
  return [...new Set(measured.length > 0 ? measured : quotes.map(({ source }) => source))].sort()
}

// What a person would be asked to pay: net where it is known, else the list price, of the cheapest format.
function cheapestListed({ quotes }: Account): { fen: number; format: string; filed: boolean | null } | null {
  const priced = quotes.flatMap(({ netFen, listFen, format, filed }) => {
    const priceFen = netFen ?? listFen
    return priceFen === null ? [] : [{ fen: priceFen, format, filed }]
  })
  return priced.toSorted((a, b) => a.fen - b.fen)[0] ?? null
}
