import { tellIssue, type Language, type Localized } from '@kolibra/core/shared'
import type { z } from 'zod'

const RECEIVED = /expected (\w+), received (\w+)/

/** One sentence for a field that does not fit: which, and what should stand there. */
export function describeIssue(issue: z.core.$ZodIssue, whole: Localized, language: Language = 'en'): string {
  const { path, message } = issue
  const field = path.join('.') || whole[language]
  if (language === 'zh') return `${field}：${tellIssue(issue).zh}`
  const [, expected, received] = RECEIVED.exec(message) ?? []
  if (received === 'undefined') return `${field} is missing`
  if (expected !== undefined) return `${field} should be ${withArticle(expected)}, not ${withArticle(received ?? '')}`
  return `${field}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

const withArticle = (kind: string) => `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`
