import type { Localized } from '../shared/index.ts'
import { BRIEF_HEADINGS } from './brief-headings.ts'
import { BRIEF_FIELD_NAMES, nameBriefValue } from './brief-words.ts'
import { isBlank } from './is-blank.ts'
import { listFields } from './list-fields.ts'
import { BRIEF_SECTIONS, listBriefItems, SENTENCE_SECTIONS, type BriefItem, type BriefSection } from './list-items.ts'
import { BRIEF_LANGUAGES, type Brief } from './schema.ts'

/** Which languages a document shows; field names and headings follow. */
export const DOCUMENT_LANGUAGES = ['both', 'zh', 'en'] as const
/** One of DOCUMENT_LANGUAGES. */
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number]

/** One field as it is shown. `tag` finds it again in a document that comes back; `text` is its value in words, a dash where it says nothing. */
export interface DocumentCell {
  readonly tag: string
  readonly path: string
  readonly label: string
  readonly value: unknown
  readonly text: string
  /** Which language the text is written in; null: a value, not a sentence. */
  readonly language: 'zh' | 'en' | 'de' | 'fr' | null
}

/** One item with the fields that are shown; `weight` stands among them. */
export interface DocumentItem {
  readonly id: string
  readonly cells: readonly DocumentCell[]
}

/** A section that says something: one sentence, numbered points, a table whose items have the same fields, or named facts. */
export interface DocumentSection {
  readonly section: BriefSection
  readonly title: string
  readonly layout: 'sentence' | 'points' | 'table' | 'facts'
  readonly items: readonly DocumentItem[]
}

/** What stands where a field says nothing. */
export const NOTHING_SAID = '—'

const POINTS: readonly BriefSection[] = ['productFacts', 'mustSay', 'mustNot', 'shots', 'reviewSteps']
const FACTS: readonly BriefSection[] = ['disclosure', 'names', 'review']
const SENTENCES: readonly BriefSection[] = SENTENCE_SECTIONS
// What neither XML nor a reader can take; the value itself is kept beside the text.
const UNWRITABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu

/** A text in the languages asked for; both sides stand together, once where they are the same. */
export function sayIn(language: DocumentLanguage, { zh, en }: Localized): string {
  if (language !== 'both') return language === 'zh' ? zh : en
  return zh === en || en.includes(zh) ? en : `${zh} ${en}`
}

const YES: Localized = { en: 'yes', zh: '是' }
const NO: Localized = { en: 'no', zh: '否' }

function tell(place: { section: BriefSection; path: string }, value: unknown, language: DocumentLanguage): string {
  if (value === null || value === undefined || value === '') return NOTHING_SAID
  if (typeof value === 'boolean') return sayIn(language, value ? YES : NO)
  if (Array.isArray(value)) {
    const all = value.map((one) => tell(place, one, language))
    return all.length === 0 ? NOTHING_SAID : all.join(language === 'en' ? ', ' : '、')
  }
  const named = typeof value === 'string' ? nameBriefValue(place, value) : null
  const text = named === null ? String(value) : sayIn(language, named)
  return text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '')
}

const sideOf = (path: string) => BRIEF_LANGUAGES.find((side) => path === `text.${side}` || path === `note.${side}`) ?? null

function isShown(cell: DocumentCell, language: DocumentLanguage): boolean {
  if (cell.language === null || language === 'both') return cell.value !== undefined
  return cell.language === language
}

function showItem({ id, section, weight, content }: BriefItem, language: DocumentLanguage): DocumentItem {
  const fields: (readonly [string, unknown])[] = [...(weight === null ? [] : [['weight', weight] as const]), ...listFields(content)]
  const cells = fields.map(([path, value]): DocumentCell => {
    const label = sayIn(language, BRIEF_FIELD_NAMES[path] ?? { zh: path, en: path })
    return { tag: `${id}/${path}`, path, label, value, text: tell({ section, path }, value, language), language: sideOf(path) }
  })
  return { id, cells: cells.filter((cell) => isShown(cell, language)) }
}

const layoutOf = (section: BriefSection): DocumentSection['layout'] => {
  if (SENTENCES.includes(section)) return 'sentence'
  if (POINTS.includes(section)) return 'points'
  return FACTS.includes(section) ? 'facts' : 'table'
}

// A column that says nothing in any row is not drawn.
function dropBareColumns(items: readonly DocumentItem[]): readonly DocumentItem[] {
  const told = new Set(items.flatMap(({ cells }) => cells.filter(({ text }) => text !== NOTHING_SAID).map(({ path }) => path)))
  return items.map(({ id, cells }) => ({ id, cells: cells.filter(({ path }) => told.has(path)) }))
}

/**
 * A brief as people read it on paper: the one model of the .docx and of the printed page. Sections that say nothing are left out, and
 * so are columns; what is left out is nowhere guessed.
 */
export function documentBrief(brief: Brief, language: DocumentLanguage): DocumentSection[] {
  const items = listBriefItems(brief)
  return BRIEF_SECTIONS.flatMap((section): DocumentSection[] => {
    const layout = layoutOf(section)
    const own = items.filter((item) => item.section === section && !(item.text !== null && isBlank(item.text) && layout !== 'facts'))
    if (own.length === 0) return []
    const shown = own.map((item) => showItem(item, language))
    const { zh, en } = BRIEF_HEADINGS[section]
    const title = language === 'both' ? `${zh[0] ?? ''} · ${en[0] ?? ''}` : ((language === 'zh' ? zh : en)[0] ?? '')
    return [{ section, title, layout, items: layout === 'table' ? dropBareColumns(shown) : shown }]
  })
}
