import { say } from '@kolibra/core/shared'
import { forecastPaidPost, type Cohorts, type Forecast } from '@kolibra/core/planning'
import { cheapestPrice, describeAccount, lastObserved } from '@kolibra/core/selection'
import { keepMergeKeys, loadAccounts, withStoredPosts, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { readWorkedOut, replaceCreatorRows, type CreatorRowDraft } from './creator-row-store.ts'
import type { PeerLibrary } from './peer-library.ts'
import { makeSearchText, spellName } from './search-words.ts'
import { scoreCreators } from './score-creators.ts'

/**
 * Writes at once what the rows of these creators say by themselves: names, numbers, prices, audience. What has to be worked out among others
 * stays as it was, and is not known of who is new.
 */
export async function writeFirstRows(ctx: Context, ids: readonly string[]): Promise<void> {
  const creators = await loadAccounts(ctx, ids)
  const known = await readWorkedOut(ctx, ids)
  const drafts = creators.map((creator) => summarize(creator, { today: ctx.today, ...(known.get(creator.id) ?? NOT_WORKED_OUT) }))
  await replaceCreatorRows(ctx, drafts)
  await keepMergeKeys(ctx, ids)
}

/** What rows are worked out among: what was learned for forecasts, and the peers of each cell. */
export interface RowsAround {
  readonly cohorts: Cohorts
  readonly library: PeerLibrary
}

/** Writes the whole rows of these creators. Their first rows must stand, and those of their peers: peers are found by them. */
export async function writeRows(ctx: Context, ids: readonly string[], { cohorts, library }: RowsAround): Promise<void> {
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  const scores = await scoreCreators(ctx, creators, library)
  const drafts = creators.map((creator, at) => {
    const forecast = forecastPaidPost(creator.account, cohorts, { metric: 'views', asOf: ctx.today })
    return summarize(creator, { today: ctx.today, forecast, authenticity: scores[at] ?? null })
  })
  await replaceCreatorRows(ctx, drafts)
}

interface WorkedOut {
  readonly forecast: Forecast | null
  /** 0–1. */
  readonly authenticity: number | null
}
const NOT_WORKED_OUT: WorkedOut = { forecast: null, authenticity: null }

function summarize({ id, account }: StoredCreator, { today, forecast, authenticity }: WorkedOut & { today: string }): CreatorRowDraft {
  return {
    creatorId: id,
    nameKey: account.displayName === null ? null : spellName(account.displayName),
    searchText: makeSearchText([account.displayName], [account.handle, account.accountId, account.verification, account.mcn], account.bio),
    brands: [...new Set(account.brands.map(({ brand }) => brand))],
    basis: account.creatorType === null ? null : say(account.creatorType.basis, account.creatorType.basisZh ?? account.creatorType.basis),
    priceFormat: cheapestPrice(account, today)?.format ?? null,
    observedAt: lastObserved(account),
    forecast,
    values: describeAccount(account, { forecast, authenticity, onDay: today }),
  }
}
