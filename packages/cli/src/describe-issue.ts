import type { z } from 'zod'

const RECEIVED = /expected (\w+), received (\w+)/

/** One sentence for a field that does not fit: which, and what should stand there. */
export function describeIssue({ path, message }: Pick<z.core.$ZodIssue, 'path' | 'message'>, whole: string): string {
  const field = path.join('.') || whole
  const [, expected, received] = RECEIVED.exec(message) ?? []
  if (received === 'undefined') return `${field} is missing`
  if (expected !== undefined) return `${field} should be ${withArticle(expected)}, not ${withArticle(received ?? '')}`
  return `${field}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

const withArticle = (kind: string) => `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`
