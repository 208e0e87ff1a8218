import type { Bilingual, Brief } from './schema.ts'

/** One thing of a brief that a question, a playback or a difference points at by its id; a section that is one sentence is its own id. */
export interface BriefItem {
  readonly id: string
  readonly section: BriefSection
  /** Null where a weight makes no sense (contacts, review steps). */
  readonly weight: 'must' | 'should' | 'free' | null
  /** What a reader sees as its sentence; null for rows of fields (deliverables, exclusivity). */
  readonly text: Bilingual | null
  /** All fields but id and weight, to compare two versions by. */
  readonly content: Readonly<Record<string, unknown>>
}

/** The sections in the order of the form. */
export const BRIEF_SECTIONS = [
  'background',
  'goal',
  'kpis',
  'audience',
  'keyMessage',
  'productFacts',
  'mustSay',
  'mustNot',
  'shots',
  'deliverables',
  'disclosure',
  'links',
  'hashtags',
  'assets',
  'verbatim',
  'names',
  'review',
  'reviewSteps',
  'usageRights',
  'exclusivity',
  'paymentTerms',
  'contacts',
] as const
/** The sections that are one sentence, in the order of the form. */
export const SENTENCE_SECTIONS = ['background', 'goal', 'audience', 'keyMessage', 'usageRights', 'paymentTerms'] as const
/** One of SENTENCE_SECTIONS. */
export type SentenceSection = (typeof SENTENCE_SECTIONS)[number]
/** One of BRIEF_SECTIONS. */
export type BriefSection = (typeof BRIEF_SECTIONS)[number]

/** The fields of the section `review`: what stands in the brief itself. */
export const REVIEW_FIELDS = ['toneApproval', 'revisionRounds', 'responseHours', 'reviewHours', 'autoApproveDays'] as const
/** The fields of the section `names`: lists of words. */
export const NAME_FIELDS = ['properNames', 'productNames'] as const

const pick = (brief: Brief, fields: readonly (keyof Brief)[]) => Object.fromEntries(fields.map((field) => [field, brief[field]]))
const same = (text: string): Bilingual => ({ zh: text, en: text })
type Row = { readonly id: string; readonly weight?: 'must' | 'should' | 'free' }

function listRows<T extends Row>(section: BriefSection, rows: readonly T[], tell: (row: T) => Bilingual | null): BriefItem[] {
  return rows.map((row) => {
    const { id, weight = null, ...content } = row
    return { id, section, weight, text: tell(row), content }
  })
}

const asOne = (section: BriefSection, content: Readonly<Record<string, unknown>>, text: Bilingual | null): BriefItem => ({
  id: section,
  section,
  weight: null,
  text,
  content,
})
const sentence = (section: BriefSection, text: Bilingual) => asOne(section, { text }, text)
const tellNothing = () => null

/** Every item of a brief in the order of the form, ids unique. */
export function listBriefItems(brief: Brief): BriefItem[] {
  const { platforms, ...disclosure } = brief.disclosure
  return [
    sentence('background', brief.background),
    sentence('goal', brief.goal),
    ...listRows('kpis', brief.kpis, tellNothing),
    sentence('audience', brief.audience),
    sentence('keyMessage', brief.keyMessage),
    ...listRows('productFacts', brief.productFacts, ({ text }) => text),
    ...listRows('mustSay', brief.mustSay, ({ text }) => text),
    ...listRows('mustNot', brief.mustNot, ({ text }) => text),
    ...listRows('shots', brief.shots, ({ text }) => text),
    ...listRows('deliverables', brief.deliverables, tellNothing),
    asOne('disclosure', disclosure, brief.disclosure.note),
    ...listRows('disclosure', platforms, ({ note }) => note),
    ...listRows('links', brief.links, ({ value }) => same(value)),
    ...listRows('hashtags', brief.hashtags, ({ text }) => same(text)),
    ...listRows('assets', brief.assets, ({ name }) => same(name)),
    ...listRows('verbatim', brief.verbatim, ({ text }) => same(text)),
    asOne('names', pick(brief, NAME_FIELDS), null),
    asOne('review', pick(brief, REVIEW_FIELDS), null),
    ...listRows('reviewSteps', brief.reviewSteps, ({ text }) => text),
    sentence('usageRights', brief.usageRights),
    ...listRows('exclusivity', brief.exclusivity, tellNothing),
    sentence('paymentTerms', brief.paymentTerms),
    ...listRows('contacts', brief.contacts, ({ role }) => same(role)),
  ]
}
