import { FACT_CHOICES } from '../fact-choices.ts'

/** How a question is answered: by one of a list, yes or no, or something typed. Yuan are entered, fen are kept. */
export type Answering =
  | { readonly kind: 'choice'; readonly group: Group; readonly values: readonly string[] }
  | { readonly kind: 'yesNo' | 'number' | 'yuan' | 'day' | 'text' | 'label' | 'evidence' }
type Group = (typeof FACT_CHOICES)[keyof typeof FACT_CHOICES]['group'] | 'type' | 'host' | 'labelPosition' | 'place'

const YES_NO = { kind: 'yesNo' } as const
const choice = (name: keyof typeof FACT_CHOICES): Answering => ({ kind: 'choice', ...FACT_CHOICES[name] })

/** Questions that a field of the draft form answers. */
export const FORM_QUESTIONS = {
  platform: choice('platform'),
  category: choice('category'),
  format: choice('format'),
  account: choice('account'),
  commission: choice('commission'),
  purchasePathKind: choice('purchasePathKind'),
  filing: choice('filing'),
  cosmeticClass: choice('cosmeticClass'),
  aiUse: choice('aiUse'),
  aiMarked: YES_NO,
  usedProduct: YES_NO,
  label: { kind: 'label' },
  registrationNo: { kind: 'text' },
  productName: { kind: 'text' },
  publishOn: { kind: 'day' },
  evidence: { kind: 'evidence' },
} as const satisfies Record<string, Answering>

/** Questions whose answer goes straight to the fact of that path (interfaces: content facts). */
export const FACT_QUESTIONS = {
  'creator.type': { kind: 'choice', group: 'type', values: ['celebrity', 'kol', 'micro', 'koc'] },
  'creator.age': { kind: 'number' },
  'creator.penalisedUntil': { kind: 'day' },
  'creator.guardianConsent': YES_NO,
  'creator.verifiedField': { kind: 'text' },
  labelPosition: { kind: 'choice', group: 'labelPosition', values: ['start', 'end', 'corner', 'spoken'] },
  platformStatement: { kind: 'label' },
  aimedAtMinors: YES_NO,
  place: { kind: 'choice', group: 'place', values: ['CN-BJ', 'CN-JS', 'CN-SC-CD', 'CN'] },
  'product.approvalNo': { kind: 'text' },
  'product.approvalExpiresAt': { kind: 'day' },
  'live.sellerShown': YES_NO,
  'live.host': { kind: 'choice', group: 'host', values: ['human', 'ai', 'virtual'] },
  'prize.topValueFen': { kind: 'yuan' },
  'price.referenceFen': { kind: 'yuan' },
  'price.lowestIn7DaysFen': { kind: 'yuan' },
} as const satisfies Record<string, Answering>

export type FormQuestion = keyof typeof FORM_QUESTIONS
export type FactQuestion = keyof typeof FACT_QUESTIONS
export type Question = FormQuestion | FactQuestion

// A fact that a rule waits for, and the question a person can answer.
const ASKED_AS: Readonly<Record<string, readonly Question[]>> = {
  commissioned: ['commission'],
  purchasePath: ['purchasePathKind'],
  filed: ['filing'],
  'filing.channel': ['filing'],
  publishAt: ['publishOn'],
  aiGenerated: ['aiUse'],
  'ai.use': ['aiUse'],
  'ai.marked': ['aiMarked'],
  'creator.usedProduct': ['usedProduct'],
  'product.name': ['productName'],
  'product.cosmeticClass': ['cosmeticClass'],
  'product.registrationNo': ['registrationNo'],
  price: ['price.referenceFen', 'price.lowestIn7DaysFen'],
}

export const isFormQuestion = (name: string): name is FormQuestion => Object.hasOwn(FORM_QUESTIONS, name)
export const isFactQuestion = (name: string): name is FactQuestion => Object.hasOwn(FACT_QUESTIONS, name)

/** The questions behind missing facts, each once. Facts that no form can ask for are left over and only named. */
export function questionsFor(missing: readonly string[]): { questions: readonly Question[]; unasked: readonly string[] } {
  const asked = missing.map((fact) => ({ fact, questions: ASKED_AS[fact] ?? askDirectly(fact) }))
  return {
    questions: [...new Set(asked.flatMap(({ questions }) => questions))],
    unasked: asked.filter(({ questions }) => questions.length === 0).map(({ fact }) => fact),
  }
}

function askDirectly(fact: string): readonly Question[] {
  if (fact.startsWith('evidence')) return ['evidence']
  return isFormQuestion(fact) || isFactQuestion(fact) ? [fact] : []
}

/** How a question is answered. */
export function answeringOf(question: Question): Answering {
  return isFormQuestion(question) ? FORM_QUESTIONS[question] : FACT_QUESTIONS[question]
}
