import { say } from '@kolibra/core/shared'
import { vetAccounts } from '@kolibra/core/creators'
import { fitCohorts, forecastAccount, type Cohorts } from '@kolibra/core/planning'
import { cheapestPrice, describeAccount, lastObserved } from '@kolibra/core/selection'
import { loadAccounts, loadTiers, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { replaceCreatorRows, type CreatorRowDraft } from './creator-row-store.ts'
import { makeSearchText, spellName } from './search-words.ts'

/** Rebuilds the table of creators from their observations: type, price, forecast within all creators of the workspace. Safe to repeat. */
export async function refreshRows(ctx: Context): Promise<void> {
  const creators = await loadAccounts(ctx, null)
  const accounts = creators.map(({ account }) => account)
  const cohorts = fitCohorts(accounts, { metric: 'views', asOf: ctx.today })
  const vetted = vetAccounts(accounts, [], { tiers: (await loadTiers(ctx)).table })
  const drafts = creators.map((creator, at) =>
    summarize(creator, { cohorts, today: ctx.today, score: vetted[at]?.authenticity.score ?? null }),
  )
  await replaceCreatorRows(ctx, drafts)
}

interface Around {
  readonly cohorts: Cohorts
  readonly today: string
  /** Authenticity, 0–100. */
  readonly score: number | null
}

function summarize({ id, account }: StoredCreator, { cohorts, today, score }: Around): CreatorRowDraft {
  const forecast = forecastAccount(account, cohorts, { metric: 'views', asOf: today })
  return {
    creatorId: id,
    nameKey: account.displayName === null ? null : spellName(account.displayName),
    searchText: makeSearchText([account.displayName], [account.handle, account.accountId, account.verification, account.mcn]),
    basis: account.creatorType === null ? null : say(account.creatorType.basis, account.creatorType.basisZh ?? account.creatorType.basis),
    priceFormat: cheapestPrice(account)?.format ?? null,
    observedAt: lastObserved(account),
    forecast,
    values: describeAccount(account, forecast, score === null ? null : score / 100),
  }
}
