import { say, type Localized } from '../shared/index.ts'
import type { MixProblem } from './schema.ts'

/**
 * What a bare problem names and does not hold, a sentence each: nobody of this id is chosen or kept out by it. Not refused: a list may be
 * longer than the pool.
 */
export function tellStrayIds({ candidates, mustHave, never, constraints }: MixProblem): Localized[] {
  const ids = new Set(candidates.map(({ id }) => id))
  const groups = new Set(candidates.flatMap((candidate) => candidate.groups))
  const strays = (named: readonly string[]) => [...new Set(named)].filter((id) => !ids.has(id))
  const tell = (field: string, named: readonly string[]) =>
    strays(named).map((id) => say(`${field}: no candidate has the id "${id}".`, `${field}：没有 id 为「${id}」的候选。`))
  const empty = [...new Set(constraints.map(({ group }) => group))].filter((group) => !groups.has(group))
  return [
    ...tell('mustHave', mustHave),
    ...tell('never', never),
    ...candidates.flatMap(({ id, conflicts }, at) => [
      ...tell(`candidates.${at}.conflicts`, conflicts),
      ...(conflicts.includes(id)
        ? [
            say(
              `candidates.${at}.conflicts: "${id}" stands against itself, which says nothing.`,
              `candidates.${at}.conflicts：「${id}」与自己互斥，不起作用。`,
            ),
          ]
        : []),
    ]),
    ...empty.map((group) => say(`constraints: no candidate is in the group "${group}".`, `constraints：没有候选属于分组「${group}」。`)),
  ]
}
