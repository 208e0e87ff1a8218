import { accept, addDays, refuse, type Outcome } from '../shared/index.ts'
import type { RuleEntry } from './rule-entry.ts'

/**
 * A rule whose source was found changed, drafted anew for a person to rewrite: the same words, its own id, in force from the day after the
 * old one's last day. Refuses `rulebook.ends_before_start`. `today` is when the source was looked at.
 */
export function draftSuccessor(entry: RuleEntry, { endsOn, today }: { endsOn: string; today: string }): Outcome<RuleEntry> {
  const { id, validFrom, source, supersedes } = entry
  if (validFrom !== null && endsOn < validFrom) return refuse({ code: 'rulebook.ends_before_start', entry: id, validFrom, endsOn })
  const starts = addDays(endsOn, 1)
  return accept({
    ...entry,
    id: `own.${nameWithoutPast(id)}.${starts.replaceAll('-', '')}`,
    validFrom: starts,
    validTo: null,
    validFromConfidence: 'source check',
    announcedOn: null,
    source: { ...source, checkedOn: today },
    supersedes: [...new Set([...supersedes, id])],
    // What is not put in use is kept as a draft beside it; `draft` here would call the law itself one.
    status: 'in_force',
  })
}

// The successor of a successor does not carry the whole line in its name.
function nameWithoutPast(id: string): string {
  return id.replace(/^own\./, '').replace(/\.\d{8}$/, '')
}
