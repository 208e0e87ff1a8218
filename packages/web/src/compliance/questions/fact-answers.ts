import type { ContentFacts } from '@kolibra/core/compliance'
import { FACT_QUESTIONS, isFactQuestion, type Answering, type FactQuestion } from './question-table.ts'

/** Answers as typed, by the path of their fact; what is not there is not known. */
export type FactAnswers = Readonly<Partial<Record<FactQuestion, string>>>

type Tree = { [key: string]: unknown }
const FEN_PER_YUAN = 100

function readAnswer(text: string, { kind }: Answering): string | number | boolean | null {
  if (text.trim() === '') return null
  if (kind === 'yesNo') return text === 'yes'
  if (kind !== 'number' && kind !== 'yuan') return text.trim()
  const number = Number(text)
  if (!Number.isFinite(number)) return null
  return kind === 'yuan' ? Math.round(number * FEN_PER_YUAN) : number
}

function writeAnswer(value: unknown, { kind }: Answering): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(kind === 'yuan' ? value / FEN_PER_YUAN : value)
  return typeof value === 'string' ? value : ''
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

function putAt(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  if (rest.length === 0) return { ...tree, [key]: value }
  const branch = tree[key]
  return { ...tree, [key]: putAt(isTree(branch) ? branch : {}, rest, value) }
}

const readAt = (tree: unknown, path: string) => path.split('.').reduce<unknown>((node, key) => (isTree(node) ? node[key] : undefined), tree)

/** The facts with the answers in their places. An answer that is no number where one is wanted stays not known. */
export function putAnswers(facts: ContentFacts, answers: FactAnswers): ContentFacts {
  let tree: Tree = { ...facts }
  for (const [path, text] of Object.entries(answers)) {
    const value = isFactQuestion(path) ? readAnswer(text, FACT_QUESTIONS[path]) : null
    if (value !== null) tree = putAt(tree, path.split('.'), value)
  }
  // Every path is one of the table's, whose answers are of the kind the facts want.
  return tree as ContentFacts
}

/** The answers that facts hold, as they would be typed. */
export function readAnswers(facts: ContentFacts): FactAnswers {
  const known = Object.entries(FACT_QUESTIONS).map(([path, answering]) => [path, writeAnswer(readAt(facts, path), answering)])
  return Object.fromEntries(known.filter(([, text]) => text !== ''))
}
