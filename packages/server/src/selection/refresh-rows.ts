import { say } from '@kolibra/core/shared'
import { fitCohorts, forecastAccount, type Cohorts } from '@kolibra/core/planning'
import { cheapestPrice, describeAccount, lastObserved } from '@kolibra/core/selection'
import { loadAccounts, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { replaceCreatorRows, type CreatorRowDraft } from './creator-row-store.ts'
import { makeSearchText, spellName } from './search-words.ts'

/** Rebuilds the table of creators from their observations: type, price, forecast within all creators of the workspace. Safe to repeat. */
export async function refreshRows(ctx: Context): Promise<void> {
  const creators = await loadAccounts(ctx, null)
  const cohorts = fitCohorts(
    creators.map(({ account }) => account),
    { metric: 'views', asOf: ctx.today },
  )
  await replaceCreatorRows(
    ctx,
    creators.map((creator) => summarize(creator, { cohorts, today: ctx.today })),
  )
}

function summarize({ id, account }: StoredCreator, { cohorts, today }: { cohorts: Cohorts; today: string }): CreatorRowDraft {
  const forecast = forecastAccount(account, cohorts, { metric: 'views', asOf: today })
  return {
    creatorId: id,
    nameKey: account.displayName === null ? null : spellName(account.displayName),
    searchText: makeSearchText([account.displayName], [account.handle, account.accountId, account.verification, account.mcn]),
    basis: account.creatorType === null ? null : say(account.creatorType.basis, account.creatorType.basisZh ?? account.creatorType.basis),
    priceFormat: cheapestPrice(account)?.format ?? null,
    observedAt: lastObserved(account),
    forecast,
    values: describeAccount(account, forecast),
  }
}
