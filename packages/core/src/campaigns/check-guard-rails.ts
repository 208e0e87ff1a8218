import { formatExact, say } from '../shared/index.ts'
import { findWhen } from './finding.ts'
import { GUARDS } from './guard-table.ts'
import type { Finding, GuardRail, Subject } from './schema.ts'

const isBlank = (text: string) => text.trim() === ''

/** Limits that contradict each other: one metric twice the same way, or at least more than at most. */
function findClash(rails: readonly GuardRail[]): GuardRail['metric'] | null {
  const clashing = rails.find(({ metric, bound, value }, at) =>
    rails.slice(at + 1).some((other) => {
      if (other.metric !== metric) return false
      if (other.bound === bound) return true
      return bound === 'atLeast' ? value > other.value : other.value > value
    }),
  )
  return clashing?.metric ?? null
}

/** What is missing or odd in the guard-rails as written. Codes `goal.guard_*`. */
export function checkGuardRails(rails: readonly GuardRail[], subject: Subject): Finding[] {
  const clash = findClash(rails)
  const unowned = rails.find(({ source, deliveredBy }) => isBlank(source) || isBlank(deliveredBy))
  const clashName = clash === null ? say('', '') : GUARDS[clash].name
  return [
    ...findWhen(clash !== null, subject, {
      code: 'goal.guard_clash',
      severity: 'block',
      because: say(`The limits of ${clashName.en} contradict each other or stand twice.`, `「${clashName.zh}」的底线重复或相互矛盾。`),
      fix: say('Keep one limit for each guard-rail.', '每条底线请只保留一个限值。'),
      waivable: false,
    }),
    ...(unowned === undefined
      ? []
      : findWhen(true, subject, {
          code: 'goal.guard_incomplete',
          severity: 'warn',
          because: say(
            `The guard-rail ${GUARDS[unowned.metric].name.en} ${formatExact(unowned.value)} lacks its source or who delivers the number.`,
            `底线「${GUARDS[unowned.metric].name.zh}」${formatExact(unowned.value)} 缺少来源或数据提供方。`,
          ),
          fix: say('Name the source of the limit and who delivers the number.', '请注明限值来源与数据提供方。'),
        })),
  ]
}
