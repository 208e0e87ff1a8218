import { say, tellIssue, type Localized } from '@kolibra/core/shared'
import type { z } from 'zod'

/** The first of several faults of a file as one sentence, with how many more there are. */
export function tellFirst(path: string, [first, ...others]: readonly Localized[]): Localized {
  const n = others.length
  const more = n === 0 ? say('', '') : say(` (and ${n} more)`, `（另有 ${n} 处）`)
  return say(`${path}: ${first?.en}${more.en}.`, `${path}：${first?.zh}${more.zh}。`)
}

const RECEIVED = /expected (\w+), received (\w+)/

/** One sentence for a field that does not fit: which, and what should stand there. */
export function describeIssue(issue: z.core.$ZodIssue, whole: Localized): Localized {
  const field = issue.path.join('.')
  return say(describeInEnglish(issue, field || whole.en), `${field || whole.zh}：${tellIssue(issue).zh}`)
}

function describeInEnglish({ message }: z.core.$ZodIssue, field: string): string {
  const [, expected, received] = RECEIVED.exec(message) ?? []
  if (received === 'undefined') return `${field} is missing`
  if (expected !== undefined) return `${field} should be ${withArticle(expected)}, not ${withArticle(received ?? '')}`
  return `${field}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

const withArticle = (kind: string) => `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`
