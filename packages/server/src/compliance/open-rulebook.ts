import { compileRulebook, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'
import { needUpward } from '../platform/find-folder.ts'
import { RefusedStart } from '../platform/refused-start.ts'

/** The day of the newest entry: what every verdict names as the rulebook it was given by. */
function versionOf(days: readonly (string | null | undefined)[]): string {
  return (
    days
      .filter((day) => day !== null && day !== undefined)
      .sort()
      .at(-1) ?? 'undated'
  )
}

/** Reads and compiles the rulebook of this installation; one that does not hold together stops the start. */
export async function openRulebook(): Promise<Rulebook> {
  const loaded = await loadRulebook(needUpward('rulebook'))
  if (!loaded.ok) throw new RefusedStart(`The rulebook cannot be read: ${JSON.stringify(loaded.refusals[0])}`)
  const days = loaded.value.map((part) => (part.kind === 'words' ? null : part.source.checkedOn))
  const compiled = compileRulebook(loaded.value, { version: versionOf(days) })
  if (!compiled.ok) throw new RefusedStart(`The rulebook does not hold together: ${JSON.stringify(compiled.refusals[0])}`)
  return compiled.value
}
