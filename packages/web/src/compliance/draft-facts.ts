import type { ContentFacts } from '@kolibra/core/compliance'
import type { Category, Platform } from '@kolibra/core/shared'
import { putAnswers, readAnswers, type FactAnswers } from './questions/fact-answers.ts'

/** The form of a draft check as typed. '' is not known and becomes null; "none" and "no" are known absent. */
export interface DraftForm {
  readonly title: string
  readonly text: string
  readonly platform: Platform | ''
  readonly category: Category | ''
  readonly format: Exclude<ContentFacts['format'], null | undefined> | ''
  readonly account: Exclude<ContentFacts['account'], null | undefined> | ''
  readonly commission: Exclude<ContentFacts['commission'], null | undefined> | ''
  readonly purchasePathKind: Exclude<ContentFacts['purchasePathKind'], null | undefined> | ''
  readonly label: string
  readonly filing: '' | 'none' | FilingChannel
  readonly filingReference: string
  readonly publishOn: string
  readonly usedProduct: '' | 'yes' | 'no'
  readonly aiUse: '' | 'none' | 'partly' | 'full'
  readonly aiMarked: '' | 'yes' | 'no'
  readonly productName: string
  readonly cosmeticClass: '' | 'ordinary' | 'special' | 'children'
  readonly registrationNo: string
  readonly ownBrandWords: string
  /** Kinds of evidence at hand, between commas; 'none' is known, '' is not. */
  readonly evidence: string
  /** Answers to questions that have no field of their own. */
  readonly answers: FactAnswers
}

export type FilingChannel = 'weirenwu' | 'pugongying' | 'xingtu' | 'huahuo' | 'juxing' | 'huxuan'

export const BLANK_DRAFT: DraftForm = {
  title: '',
  text: '',
  platform: '',
  category: '',
  format: '',
  account: '',
  commission: '',
  purchasePathKind: '',
  label: '',
  filing: '',
  filingReference: '',
  publishOn: '',
  usedProduct: '',
  aiUse: '',
  aiMarked: '',
  productName: '',
  cosmeticClass: '',
  registrationNo: '',
  ownBrandWords: '',
  evidence: '',
  answers: {},
}

const orNull = <T extends string>(value: T | ''): T | null => (value === '' ? null : value)
const yesNo = (value: '' | 'yes' | 'no') => (value === '' ? null : value === 'yes')
const words = (text: string) =>
  text
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

function filingOf({ filing, filingReference }: DraftForm): ContentFacts['filing'] {
  if (filing === '') return null
  return filing === 'none' ? 'none' : { channel: filing, reference: orNull(filingReference) }
}

/** What is known of the draft, in the words of the linter. A commission is known as soon as its kind is. */
export function factsOf(form: DraftForm, id: string): ContentFacts {
  const commission = orNull(form.commission)
  const path = orNull(form.purchasePathKind)
  const ownWords = words(form.ownBrandWords)
  const facts: ContentFacts = {
    id,
    title: orNull(form.title),
    text: form.text,
    platform: orNull(form.platform),
    format: orNull(form.format),
    category: orNull(form.category),
    publishAt: orNull(form.publishOn),
    account: orNull(form.account),
    creator: { usedProduct: yesNo(form.usedProduct) },
    commission,
    commissioned: commission === null ? null : commission !== 'none' && commission !== 'gift_without_duty',
    purchasePathKind: path,
    purchasePath: path === null ? null : path !== 'none',
    product: {
      name: orNull(form.productName),
      cosmeticClass: orNull(form.cosmeticClass),
      registrationNo: orNull(form.registrationNo),
      ownBrandWords: ownWords.length === 0 ? null : ownWords,
    },
    ai: { use: orNull(form.aiUse), marked: yesNo(form.aiMarked) },
    label: orNull(form.label),
    filing: filingOf(form),
    evidence: evidenceOf(form),
  }
  return putAnswers(facts, form.answers)
}

/** Kinds of evidence a person can say to have. */
export const EVIDENCE_KINDS = ['approval', 'efficacy', 'patent', 'award', 'source', 'price', 'consent', 'proofOfUse'] as const

function evidenceOf({ evidence }: DraftForm): ContentFacts['evidence'] {
  if (evidence === '') return null
  const said = evidence.split(',')
  return EVIDENCE_KINDS.filter((kind) => said.includes(kind)).map((kind) => ({ kind }))
}

const answer = (known: boolean | null | undefined) => (known === null || known === undefined ? '' : known ? 'yes' : 'no')

/** Facts as a form again: what was typed comes back, and what is not known stays empty. */
export function formOf(facts: ContentFacts): DraftForm {
  const { product, filing = null, evidence = null } = facts
  return {
    title: facts.title ?? '',
    text: facts.text,
    platform: facts.platform ?? '',
    category: facts.category ?? '',
    format: facts.format ?? '',
    account: facts.account ?? '',
    commission: facts.commission ?? '',
    purchasePathKind: facts.purchasePathKind ?? '',
    label: facts.label ?? '',
    filing: filing === null ? '' : filing === 'none' ? 'none' : (filing.channel ?? ''),
    filingReference: filing === null || filing === 'none' ? '' : (filing.reference ?? ''),
    publishOn: facts.publishAt?.slice(0, 10) ?? '',
    usedProduct: answer(facts.creator?.usedProduct),
    aiUse: facts.ai?.use ?? '',
    aiMarked: answer(facts.ai?.marked),
    productName: product?.name ?? '',
    cosmeticClass: product?.cosmeticClass ?? '',
    registrationNo: product?.registrationNo ?? '',
    ownBrandWords: (product?.ownBrandWords ?? []).join(', '),
    evidence: evidence === null ? '' : evidence.length === 0 ? 'none' : evidence.map(({ kind }) => kind).join(','),
    answers: readAnswers(facts),
  }
}
