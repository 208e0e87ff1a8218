import type { RulebookPart } from '@kolibra/core/compliance'
import { stringify } from 'yaml'

/** One entry or word list as the text of a rulebook file; reading it again gives the same. */
export function writePart(part: RulebookPart): string {
  return stringify([part], { lineWidth: 0 })
}
