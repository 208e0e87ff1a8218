import { mappingSchema, type Mapping } from '@kolibra/core/imports'
import { RequestError } from '../platform/request-error.ts'
import { tellFields } from '../platform/tell-fields.ts'

/** A mapping as a form carries it, JSON in a field; `request.invalid` when it is none. */
export function readMapping(text: string): Mapping {
  const parsed = mappingSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new RequestError('request.invalid', { fields: tellFields(parsed.error, 'mapping') })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
