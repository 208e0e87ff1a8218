import { findWhen, type Finding } from '../campaigns/index.ts'
import { listStaleSources } from '../compliance/index.ts'
import type { Deliverable, Draft } from '../content/index.ts'
import { readDay, say } from '../shared/index.ts'
import type { GateInput } from './gate-input.ts'

const NAMED = 3

/** Warns when sources of rules that reach a draft are past their interval. No part of the input: a calendar must not end a pass. */
export function checkSources({ facts }: Draft, { id, state }: Deliverable, { entries = [], today }: GateInput): Finding[] {
  const days = { day: readDay(facts.publishAt ?? '') ?? today, today }
  const stale = state === 'published' ? [] : listStaleSources(entries, facts, days)
  const named = stale.slice(0, NAMED).map(({ source }) => `《${source}》`)
  const [oldestDays, more] = [stale[0]?.days ?? 0, stale.length - named.length]
  return findWhen(
    stale.length > 0,
    { kind: 'deliverable', id },
    {
      code: 'rules.source_stale',
      severity: 'warn',
      because: say(
        `${stale.length === 1 ? 'One source of its rules is' : `${stale.length} sources of its rules are`} past the check interval; the oldest was last checked ${oldestDays} days ago: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        `${stale.length} 个规则来源已过核对期，最久的距上次核对 ${oldestDays} 天：${named.join('、')}${more > 0 ? ` 等，另有 ${more} 个` : ''}。`,
      ),
      fix: say(
        'Look at the sources on the due list of the rules page and record what you find.',
        '请到规则页的“待核对”中查看来源并登记结果。',
      ),
    },
  )
}
