import { documentBrief, NOTHING_SAID, type DocumentCell, type DocumentLanguage, type DocumentSection } from './brief-document.ts'
import { BRIEF_WEIGHT_NAMES } from './brief-words.ts'
import { NAME_FIELDS, SENTENCE_SECTIONS, type BriefSection } from './list-items.ts'
import type { NotPlaced, ReadBrief } from './read-brief-text.ts'
import { briefSchema, type Brief } from './schema.ts'
import { setAt } from './set-at.ts'

/** A document of ours that came back: what it was written from, the fields found in it by their tags, and the lines without one. */
export interface ReturnedDocument {
  readonly brief: Brief
  readonly language: DocumentLanguage
  readonly texts: ReadonlyMap<string, string>
  readonly others: readonly string[]
}

const SENTENCES: readonly BriefSection[] = SENTENCE_SECTIONS
const DAYS: readonly string[] = ['windowFrom', 'windowTo', 'deadline', 'rightsUntil']
const NUMBERS: readonly string[] = ['count', 'hours', 'days', 'target', 'revisionRounds', 'responseHours', 'reviewHours', 'autoApproveDays']
const NAMES: readonly string[] = NAME_FIELDS
const OWN_WORDS: readonly string[] = ['text', 'value', 'name', 'reach', 'role', 'evidence', 'slot', 'fixedTime', 'fixedCaption', 'label']

function pathTo({ section }: DocumentSection, id: string, cell: DocumentCell): string[] {
  const fields = cell.path.split('.')
  if (SENTENCES.includes(section)) return [section, ...fields.slice(1)]
  if (section === 'names' || section === 'review') return fields
  if (section !== 'disclosure') return [section, id, ...fields]
  return id === 'disclosure' ? [section, ...fields] : [section, 'platforms', id, ...fields]
}

/** What a person wrote in the place of a value; undefined: it does not fit the field. */
function readEdited({ path, value, language }: DocumentCell, section: BriefSection, text: string): unknown {
  const words = text.trim()
  const isNothing = words === '' || words === NOTHING_SAID
  if (NUMBERS.includes(path)) {
    if (isNothing && value === null) return null
    return /^\d+(\.\d+)?$/.test(words.replaceAll(',', '')) ? Number(words.replaceAll(',', '')) : undefined
  }
  if (DAYS.includes(path)) return /^\d{4}-\d{2}-\d{2}$/.test(words) ? words : undefined
  if (path === 'weight')
    return Object.entries(BRIEF_WEIGHT_NAMES).find(([, { zh, en }]) => [zh, en, `${zh} ${en}`].some((name) => name === words))?.[0]
  if (NAMES.includes(path))
    return isNothing
      ? []
      : words
          .split(/[、,，]/)
          .map((one) => one.trim())
          .filter(Boolean)
  if (language !== null || (OWN_WORDS.includes(path) && section !== 'kpis')) return isNothing ? (value === null ? null : '') : words
  return undefined
}

interface Taken {
  readonly brief: unknown
  readonly notPlaced: readonly NotPlaced[]
}

function takeItem(taken: Taken, section: DocumentSection, texts: ReadonlyMap<string, string>): Taken {
  return section.items.reduce((before, { id, cells }) => {
    const isList = section.layout === 'points' || section.layout === 'table' || id !== section.section
    const isStruck = isList && section.layout !== 'sentence' && cells.length > 0 && cells.every(({ tag }) => !texts.has(tag))
    const first = cells[0]
    if (isStruck && first !== undefined)
      return { ...before, brief: setAt(before.brief, pathTo(section, id, first).slice(0, -first.path.split('.').length), null) }
    return cells.reduce((inner: Taken, cell): Taken => {
      const text = texts.get(cell.tag)
      if (text === undefined || text === cell.text) return inner
      const next = readEdited(cell, section.section, text)
      const brief = next === undefined ? null : setAt(inner.brief, pathTo(section, id, cell), next)
      // One field that no brief can hold (no posts, the 31st of November) waits for a person; it costs nobody the rest.
      if (brief === null || !briefSchema.safeParse(brief).success)
        return { ...inner, notPlaced: [...inner.notPlaced, { heading: section.title, line: `${cell.label}: ${text}` }] }
      return { ...inner, brief }
    }, before)
  }, taken)
}

/**
 * Reads a document that `documentBrief` laid out and somebody may have changed: an untouched field keeps its value, a changed one takes
 * the words where they fit, a row that is gone is struck. What fits nowhere, and every line without a tag, is handed back.
 */
export function readDocument({ brief, language, texts, others }: ReturnedDocument): ReadBrief {
  const sections = documentBrief(brief, language)
  const known = new Set(sections.flatMap(({ title, items }) => [title, ...items.flatMap(({ cells }) => cells.map(({ label }) => label))]))
  const { brief: read, notPlaced } = sections.reduce((taken: Taken, section) => takeItem(taken, section, texts), { brief, notPlaced: [] })
  const added: NotPlaced[] = []
  let heading: string | null = null
  for (const line of others.map((one) => one.trim())) {
    if (sections.some(({ title }) => title === line)) heading = line
    else if (line !== '' && !known.has(line)) added.push({ heading, line })
  }
  return { brief: read as Readonly<Record<string, unknown>>, notPlaced: [...notPlaced, ...added], isWhole: true }
}
