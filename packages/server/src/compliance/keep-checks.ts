import { hashText, lint, type ContentFacts, type Rulebook } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { sha256 } from '../platform/secrets.ts'
import { insertChecks, type KeptCheck } from './check-store.ts'
import { setCheckClock } from './end-checks.ts'

/** Lints texts as of their publish days and keeps what was found, each bound to the hash of its text. */
export async function keepChecks(ctx: Context, texts: readonly ContentFacts[], rulebook: Rulebook): Promise<KeptCheck[]> {
  const checks = texts.map((facts) => ({
    checkId: ctx.mintId(),
    textHash: hashText(facts, sha256),
    checkedAt: ctx.now,
    item: lint(facts, rulebook, { at: ctx.today }),
  }))
  await insertChecks(ctx, checks)
  if (checks.length > 0) await setCheckClock(ctx)
  for (const { checkId } of checks) await recordEvent(ctx, { name: 'text.checked', subject: { kind: 'check', id: checkId } })
  return checks
}
