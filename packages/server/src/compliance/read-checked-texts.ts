import { contentFactsSchema, type ContentFacts } from '@kolibra/core/compliance'
import { say, type Localized } from '@kolibra/core/shared'
import { RequestError } from '../platform/request-error.ts'
import { nameField, tellFields } from '../platform/tell-fields.ts'
import { findUnkeepable } from '../platform/unkeepable-text.ts'

/** So many texts are checked in one request; more are told to come in another. */
export const MOST_TEXTS = 500

/** What a request asks to check: one text, or several that are answered together. */
export interface CheckedTexts {
  readonly isBatch: boolean
  readonly texts: readonly ContentFacts[]
}

/** Reads one object, an array, or one object per line (NDJSON). The first thing that does not fit is named by its place and field. */
export function readCheckedTexts(body: string, contentType: string): CheckedTexts {
  const isLines = /\bx?-?ndjson\b|jsonl/i.test(contentType)
  const value = isLines ? readLines(body) : readJson(body, 'body')
  const isBatch = Array.isArray(value)
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.length === 0) throw invalid('body', say('Holds no text to check', '没有可检查的文本'))
  if (items.length > MOST_TEXTS)
    throw invalid(
      'body',
      say(
        `Holds ${items.length} texts, and one request takes ${MOST_TEXTS}; send the rest in another`,
        `含 ${items.length} 篇文本，单次请求最多 ${MOST_TEXTS} 篇；其余请另行提交`,
      ),
    )
  return { isBatch, texts: items.map((item, index) => readFacts(item, isBatch ? String(index) : '')) }
}

function readFacts(item: unknown, place: string): ContentFacts {
  const parsed = contentFactsSchema.safeParse(item)
  if (!parsed.success) throw new RequestError('request.invalid', { fields: tellFields(parsed.error, place) })
  const unkeepable = findUnkeepable(parsed.data)
  if (unkeepable !== null)
    throw new RequestError('request.invalid', { fields: [{ ...unkeepable, field: nameField(place, unkeepable.field) }] })
  return parsed.data
}

function readLines(body: string): unknown[] {
  return body.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [readJson(line, `line ${index + 1}`)]))
}

function readJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(place, say('Is not JSON', '不是 JSON'))
  }
}

const invalid = (field: string, { en: problem, zh: problemZh }: Localized) =>
  new RequestError('request.invalid', { fields: [{ field, problem, problemZh }] })
