import { mappingSchema, type Mapping } from '@kolibra/core/imports'
import { tellIssue } from '@kolibra/core/shared'
import { RequestError } from '../platform/request-error.ts'

/** A mapping as a form carries it, JSON in a field; `request.invalid` when it is none. */
export function readMapping(text: string): Mapping {
  const parsed = mappingSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({
    field: ['mapping', ...issue.path].join('.'),
    problem: issue.message,
    problemZh: tellIssue(issue).zh,
  }))
  throw new RequestError('request.invalid', { fields })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
