import type { Account } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { stageItems } from '../platform/staging-store.ts'
import { listPassports, splitAccount } from './split-account.ts'

/**
 * Moves the accounts of one import into the workspace of the transaction. Runs as the owner role, which alone reaches staging.
 * The workspace is a constant of every INSERT … SELECT, and row-level security checks it again.
 */
export async function moveAccounts(
  ctx: Context,
  { importId, source, accounts }: { importId: string; source: string; accounts: readonly Account[] },
): Promise<void> {
  const identities = accounts.map((account) => ({
    creatorId: ctx.mintId(),
    platform: account.platform,
    accountId: account.accountId,
    displayName: account.displayName,
    handle: account.handle,
    region: account.region,
    verification: account.verification,
    person: account.person,
  }))
  const observations = accounts.flatMap((account) =>
    splitAccount(account, source).map((draft) => ({
      ...draft,
      observationId: ctx.mintId(),
      platform: account.platform,
      accountId: account.accountId,
    })),
  )
  await stageItems(ctx, { importId, target: 'account' }, identities)
  await stageItems(ctx, { importId, target: 'observation' }, observations)
  await stageItems(ctx, { importId, target: 'column' }, listPassports(accounts))
  await moveIdentities(ctx, importId)
  await moveObservations(ctx, importId)
  await moveColumns(ctx, importId)
}

async function moveIdentities(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at)
    SELECT ${ctx.workspaceId}::uuid, (item ->> 'creatorId')::uuid, item ->> 'platform', item ->> 'accountId', ${ctx.now}::timestamptz
    FROM kolibra_staging.import_items WHERE import_id = ${importId} AND target = 'account'
    ON CONFLICT (workspace_id, platform, account_id) DO NOTHING`.execute(ctx.tx)
  await sql`
    INSERT INTO creator_profiles AS known (workspace_id, creator_id, display_name, handle, region, verification, person)
    SELECT DISTINCT ON (creators.creator_id) creators.workspace_id, creators.creator_id,
      item ->> 'displayName', item ->> 'handle', item ->> 'region', item ->> 'verification', item -> 'person'
    FROM kolibra_staging.import_items
    JOIN creators ON creators.workspace_id = ${ctx.workspaceId}::uuid AND creators.platform = item ->> 'platform' AND creators.account_id = item ->> 'accountId'
    WHERE import_id = ${importId} AND target = 'account'
    ON CONFLICT (workspace_id, creator_id) DO UPDATE SET
      display_name = coalesce(excluded.display_name, known.display_name),
      handle = coalesce(excluded.handle, known.handle),
      region = coalesce(excluded.region, known.region),
      verification = coalesce(excluded.verification, known.verification),
      person = known.person || jsonb_strip_nulls(excluded.person)`.execute(ctx.tx)
}

async function moveObservations(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO creator_observations (workspace_id, creator_id, observation_id, import_id, kind, source, tab, period, note_type, flow, observed_at, observed_values)
    SELECT creators.workspace_id, creators.creator_id, (item ->> 'observationId')::uuid, ${importId}::uuid, item ->> 'kind', item ->> 'source',
      item ->> 'tab', item ->> 'period', item ->> 'noteType', item ->> 'flow', item ->> 'observedAt', item -> 'values'
    FROM kolibra_staging.import_items
    JOIN creators ON creators.workspace_id = ${ctx.workspaceId}::uuid AND creators.platform = item ->> 'platform' AND creators.account_id = item ->> 'accountId'
    WHERE import_id = ${importId} AND target = 'observation'`.execute(ctx.tx)
}

async function moveColumns(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO import_columns (workspace_id, import_id, column_name, metric, tab, unit, proof, definition, formula)
    SELECT ${ctx.workspaceId}::uuid, ${importId}::uuid, item ->> 'column', item ->> 'metric', item ->> 'tab', item ->> 'unit', item ->> 'proof',
      item ->> 'definition', item ->> 'formula'
    FROM kolibra_staging.import_items WHERE import_id = ${importId} AND target = 'column'`.execute(ctx.tx)
}
