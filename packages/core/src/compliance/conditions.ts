import type { Condition } from './rule-entry.ts'
import type { FactsView, FactValue } from './view-facts.ts'

/** true, false, or the names of the facts nobody knows. */
export type Answer = true | false | readonly string[]

type Test = (value: FactValue, condition: Condition) => boolean

// Each comparison that a condition may carry; a condition with several must pass all.
const TESTS: Readonly<Record<Exclude<keyof Condition, 'fact' | 'orUnknown'>, Test>> = {
  is: (value, { is }) => value === is,
  isNot: (value, { isNot }) => value !== isNot,
  in: (value, condition) => condition.in?.includes(value) === true,
  notIn: (value, { notIn }) => notIn?.includes(value) === false,
  below: (value, { below }) => below !== undefined && value < below,
  above: (value, { above }) => above !== undefined && value > above,
  contains: (value, { contains }) => String(value).includes(contains ?? ''),
  lacks: (value, { lacks }) => !String(value).includes(lacks ?? ''),
}

const NAMES = Object.keys(TESTS).filter((name): name is keyof typeof TESTS => name in TESTS)

function askOne(condition: Condition, view: FactsView): Answer {
  const value = condition.fact === 'day' ? view.day : view.read(condition.fact)
  if (value === undefined) return condition.orUnknown === true || [condition.fact]
  const bound = { ...condition, below: resolve(condition.below, view), above: resolve(condition.above, view) }
  return NAMES.every((name) => condition[name] === undefined || TESTS[name](value, bound))
}

// "day" as a bound means the day the content is published.
function resolve(bound: FactValue | undefined, view: FactsView): FactValue | undefined {
  return bound === 'day' ? view.day : bound
}

/** All conditions together: one false is false, else one unknown is unknown. */
export function askAll(conditions: readonly Condition[], view: FactsView): Answer {
  const answers = conditions.map((condition) => askOne(condition, view))
  if (answers.includes(false)) return false
  const unknown = answers.flatMap((answer) => (typeof answer === 'boolean' ? [] : answer))
  return unknown.length === 0 ? true : unknown
}
