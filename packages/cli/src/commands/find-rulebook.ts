import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileRulebook, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'
import { UsageError } from '../command.ts'

/** Last day on which the shipped rulebook was edited against its sources. */
const RULEBOOK_VERSION = '2026-11-22'

/** The `rulebook/` folder that came with this program: next to or above the running file. */
export function findRulebookFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'rulebook/words'))) return join(from, 'rulebook')
  const above = dirname(from)
  if (above === from) throw new UsageError('the folder rulebook/ that belongs to this program is gone; check out the repository again.')
  return findRulebookFolder(above)
}

/** Loads and compiles a rulebook; a faulty one is unreadable input. */
export async function openRulebook(folder: string = findRulebookFolder()): Promise<Rulebook> {
  const loaded = await loadRulebook(folder)
  if (!loaded.ok) throw new UsageError(loaded.refusals.map(describeFault)[0] ?? 'the rulebook cannot be read.')
  const compiled = compileRulebook(loaded.value, { version: RULEBOOK_VERSION })
  if (!compiled.ok)
    throw new UsageError(
      compiled.refusals.map((refusal) => `rulebook: ${refusal.code} ${String(refusal['entry'])} ${String(refusal['name'] ?? '')}`)[0] ?? '',
    )
  return compiled.value
}

/** One sentence for one fault of a rulebook file. */
export function describeFault(fault: { file: string; entry: string | null; field: string | null; problem: string }): string {
  const place = [fault.file, fault.entry === null ? null : `entry ${fault.entry}`, fault.field === null ? null : `field ${fault.field}`]
  return `${place.filter((part) => part !== null).join(', ')}: ${fault.problem}.`
}
