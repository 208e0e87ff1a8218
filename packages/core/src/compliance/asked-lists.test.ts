import { expect, test } from 'vitest'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

// The engine itself asks for these; all others are asked for by a rule or by another list, or speak for themselves.
const ASKED_BY_ENGINE = new Set(['negation', 'negation.not', 'negation.sentence'])

test('no shipped word list is there for nothing', () => {
  const { entries, words } = openShippedRulebook()
  const detectors = entries.flatMap((entry) => entry.detectors ?? []).filter((detector) => detector.kind === 'terms')
  const asked = new Set([
    ...detectors.flatMap(({ find, near, unless }) => [...find, ...[...near, ...unless].flatMap(({ any }) => any)]),
    ...words.flatMap(({ near }) => near.flatMap(({ any }) => any)),
  ])
  const speaksForItself = ({ protects, states, heardAs }: (typeof words)[number]) =>
    protects || Object.keys(states).length > 0 || (heardAs ?? null) !== null
  const idle = words.filter((list) => !asked.has(list.id) && !ASKED_BY_ENGINE.has(list.id) && !speaksForItself(list))
  expect(idle.map(({ id }) => id)).toEqual([])
})
