import { makeFinding, type Finding, type Subject } from '../../campaigns/index.ts'
import type { ConflictFacts, ConflictQuestion } from './conflict-facts.ts'
import { CONFLICTS, type ConflictKind } from './conflict-table.ts'
import { checkAge } from './check-age.ts'
import { checkCalendar } from './check-calendar.ts'
import { checkPastWork } from './check-past-work.ts'
import { checkQualification } from './check-qualification.ts'

/**
 * What stands between a creator and a campaign: exclusivity (category × platform × dates), a competitor of the last days, a celebrity's one
 * brand, qualification and age where the category asks for them, days that are not free. What is not known is told as not known, never as
 * free. The one rule of list, shortlist, planner and Choice gate.
 */
export function findConflicts(facts: ConflictFacts, asked: ConflictQuestion, subject: Subject): Finding[] {
  const found = [
    ...checkPastWork(facts, asked),
    ...checkCalendar(facts, asked),
    ...checkQualification(facts, asked),
    ...checkAge(facts, asked),
  ]
  return found.map(({ kind, because, fix }) => {
    const { code, severity, waivable }: ConflictKind = CONFLICTS[kind]
    return makeFinding(subject, { code, severity, waivable, because, fix })
  })
}
