import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * Of a choice of shapes that nothing fits, what is wrong with the one that was meant: the one that came furthest; of two, the later, which is
 * the wider one. Its path is the whole one. Any other issue as it is.
 */
export function findMeant(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat()
  const furthest = Math.max(...inner.map(({ path }) => path.length))
  const meant = inner.findLast(({ path }) => path.length === furthest)
  return meant === undefined ? issue : findMeant({ ...meant, path: [...issue.path, ...meant.path] })
}
