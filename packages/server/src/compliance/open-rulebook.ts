import { compileRulebook, dateRulebook, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'
import { needUpward } from '../platform/find-folder.ts'
import { RefusedStart } from '../platform/refused-start.ts'

/** Reads and compiles the rulebook of this installation; one that does not hold together stops the start. */
export async function openRulebook(): Promise<Rulebook> {
  const loaded = await loadRulebook(needUpward('rulebook'))
  if (!loaded.ok) throw new RefusedStart(`The rulebook cannot be read: ${JSON.stringify(loaded.refusals[0])}`)
  const compiled = compileRulebook(loaded.value, { version: dateRulebook(loaded.value) })
  if (!compiled.ok) throw new RefusedStart(`The rulebook does not hold together: ${JSON.stringify(compiled.refusals[0])}`)
  return compiled.value
}
