import { findMeant, tellIssue } from '@kolibra/core/shared'
import type { z } from 'zod'

/** A field that a schema refused, as `request.invalid` names it: where it stands, and what is wrong in both languages. */
export interface RefusedField {
  readonly field: string
  readonly problem: string
  readonly problemZh: string
}

/** A field by its name inside of a place; either may be empty. */
export const nameField = (place: string, field: string) => [place, field].filter((part) => part !== '').join('.')

/** What a schema refused, field by field; `place` is the name of what was read, where it is a part of the request. */
export function tellFields({ issues }: z.core.$ZodError, place = ''): RefusedField[] {
  return issues.map(findMeant).map((issue) => {
    const { en, zh } = tellIssue(issue)
    return { field: nameField(place, issue.path.join('.')), problem: en, problemZh: zh }
  })
}
