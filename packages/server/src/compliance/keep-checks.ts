import { hashRules, hashText, lint, type ContentFacts, type Rulebook } from '@kolibra/core/compliance'
import { readDay } from '@kolibra/core/shared'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { sha256 } from '../platform/secrets.ts'
import { insertChecks, type checkReachSchema, type KeptCheck } from './check-store.ts'
import { setCheckClock } from './end-checks.ts'

/** Where a text stands and the hash of the rules that could matter to it on its day: the publish day, else today. */
export function groundsOf(ctx: Context, facts: z.infer<typeof checkReachSchema>, rulebook: Rulebook): NonNullable<KeptCheck['grounds']> {
  const { platform, category, format, publishAt } = facts
  const reach = { platform, category, format, publishAt }
  return { reach, rulesHash: hashRules(rulebook, { ...reach, day: readDay(publishAt ?? '') ?? ctx.today }, sha256) }
}

/** Lints texts as of their publish days and keeps what was found, each bound to the hash of its text. */
export async function keepChecks(ctx: Context, texts: readonly ContentFacts[], rulebook: Rulebook): Promise<KeptCheck[]> {
  const checks = texts.map((facts) => ({
    checkId: ctx.mintId(),
    textHash: hashText(facts, sha256),
    checkedAt: ctx.now,
    item: lint(facts, rulebook, { at: ctx.today }),
    grounds: groundsOf(ctx, facts, rulebook),
  }))
  await insertChecks(ctx, checks)
  if (checks.length > 0) await setCheckClock(ctx)
  for (const { checkId } of checks) await recordEvent(ctx, { name: 'text.checked', subject: { kind: 'check', id: checkId } })
  return checks
}
