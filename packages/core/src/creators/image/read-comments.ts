import type { HeldComment } from '../vetting/held-evidence.ts'
import { byCount } from './read-posts.ts'
import type { ImageReport, NamedShare } from './schema.ts'
import { QUESTIONS, SEVERITIES, type SpeechWords } from './speech-table.ts'

const QUESTION = /[?？]|吗|嗎|怎么|怎麼|什么|什麼|多少|哪|求/

/** What comments ask and whether the creator answers; null of none. Answers are known only where comments carry ids, parents and authors. */
export function readDialogue(
  comments: readonly HeldComment[],
  accountId: string,
): Omit<NonNullable<ImageReport['dialogue']>, 'livesPerMonth'> | null {
  if (comments.length === 0) return null
  const others = comments.filter(({ authorKey }) => authorKey !== accountId)
  const questions = others.filter(({ text }) => QUESTION.test(text)).map(({ text }) => text)
  return { comments: others.length, answeredShare: shareAnswered(comments, others, accountId), asked: classify(questions, QUESTIONS) }
}

function shareAnswered(comments: readonly HeldComment[], others: readonly HeldComment[], accountId: string): number | null {
  const roots = others.filter(({ commentId, parentId }) => commentId != null && parentId == null)
  const own = comments.filter(({ authorKey }) => authorKey === accountId)
  // Without authors nobody can tell who answered, and a file without a single answer may be one that keeps none.
  const hasAuthors = comments.some(({ authorKey }) => authorKey != null)
  if (roots.length === 0 || !hasAuthors || !comments.some(({ parentId }) => parentId != null)) return null
  const answered = new Set(own.map(({ parentId }) => parentId))
  return roots.filter(({ commentId }) => answered.has(commentId)).length / roots.length
}

function classify(texts: readonly string[], kinds: readonly SpeechWords[]): NamedShare[] {
  const first = texts.map((text) => kinds.find(({ words }) => words.test(text)) ?? null)
  const classes = kinds.map(({ key, name }) => ({
    key,
    name: name.en,
    nameZh: name.zh,
    count: first.filter((kind) => kind?.key === key).length,
  }))
  const other = { key: 'other', name: 'other', nameZh: '其他', count: first.filter((kind) => kind === null).length }
  return [...classes, other]
    .filter(({ count }) => count > 0)
    .map((kind) => ({ ...kind, share: kind.count / texts.length }))
    .toSorted(byCount)
}

/** Grave words by kind, one per author, as shares of all comments; null of none. */
export function readSeverity(comments: readonly HeldComment[]): ImageReport['severity'] {
  if (comments.length === 0) return null
  const kinds = SEVERITIES.map(({ key, name, words }) => {
    const hits = comments.filter(({ text }) => words.test(text))
    // Who says it ten times is one voice.
    const voices = new Set(hits.map(({ authorKey }, at) => authorKey ?? `unknown ${at}`)).size
    return { key, name: name.en, nameZh: name.zh, count: voices, share: voices / comments.length }
  })
  return { comments: comments.length, kinds: kinds.filter(({ count }) => count > 0).toSorted(byCount) }
}
