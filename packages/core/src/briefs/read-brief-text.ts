import { BRIEF_HEADINGS } from './brief-headings.ts'
import { BRIEF_SECTIONS, NAME_FIELDS, REVIEW_FIELDS, SENTENCE_SECTIONS, type BriefSection } from './list-items.ts'
import { BRIEF_LANGUAGES } from './schema.ts'
import { SIDE_NAMES } from './write-brief-text.ts'

/** Lines of a brief that no section took: they are shown, and a person places them. */
export interface NotPlaced {
  readonly heading: string | null
  readonly line: string
}

/** What a text says, in the shape of a brief file as far as it goes, and the rest. */
export interface ReadBrief {
  readonly brief: Readonly<Record<string, unknown>>
  readonly notPlaced: readonly NotPlaced[]
  /** All of a brief was read, so that a list without rows is empty; else it says nothing of it. */
  readonly isWhole: boolean
}

type Fields = Record<string, unknown>
const SENTENCES: readonly BriefSection[] = SENTENCE_SECTIONS
const SINGLE: readonly BriefSection[] = [...SENTENCES, 'names', 'review', 'disclosure']
const SPOKEN: readonly BriefSection[] = ['productFacts', 'mustSay', 'mustNot', 'shots', 'reviewSteps']
const WORDS: readonly BriefSection[] = ['hashtags', 'verbatim']
const HEADING = /^#{1,6}\s+(.+?)\s*#*$|^[【[](.+)[】\]]$/
const NUMBERING = /^(?:[\d一二三四五六七八九十]+[、.．)）]\s*)/
const BULLET = /^(?:[-*•·]\s+|\d+[.、)）]\s*)/
const OWN_ITEM = /^- #([A-Za-z0-9_-]{1,40})(?: \[(must|should|free)\])?$/
const FIELD = /^([A-Za-z]+(?:\.[A-Za-z]+)*|中文|English|Deutsch|Français): (.*)$/u
const OWN_FIELDS: Readonly<Partial<Record<BriefSection, readonly string[]>>> = {
  disclosure: ['label', 'filingChannel', ...BRIEF_LANGUAGES.map((side) => `note.${side}`)],
  names: NAME_FIELDS,
  review: REVIEW_FIELDS,
}
const fold = (text: string) => text.toLowerCase().replace(/[\s:：’']/g, '')

// A line marked as a heading may name its section in several ways; in a bare line a slash or a bracket belongs to a sentence as often.
const CUTS = { marked: /[·/|（(]/, bare: /·/ } as const

function findSection(heading: string, mark: keyof typeof CUTS): BriefSection | null {
  const parts = [heading, ...heading.split(CUTS[mark])].map((part) => fold(part.replace(NUMBERING, '').replace(/[）)]$/, '')))
  const isCalled = (section: BriefSection) =>
    [...BRIEF_HEADINGS[section].zh, ...BRIEF_HEADINGS[section].en].some((name) => parts.includes(fold(name)))
  return BRIEF_SECTIONS.find(isCalled) ?? null
}

/** Whether a bare line is a section's usual name. */
export function isSectionName(line: string): boolean {
  return findBareSection(line) !== null
}

const findBareSection = (line: string) => (line.trim().length <= 20 ? findSection(line.trim().replace(/[:：]$/, ''), 'bare') : null)

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const pathOf = (name: string) => {
  const side = Object.entries(SIDE_NAMES).find(([, own]) => own === name)
  return side === undefined ? name : `text.${side[0]}`
}

function setField(fields: Fields, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.')
  if (['__proto__', 'constructor', 'prototype'].includes(name)) return
  if (rest.length === 0) fields[name] = value
  else {
    const inner = (typeof fields[name] === 'object' && fields[name] !== null ? fields[name] : {}) as Fields
    fields[name] = inner
    setField(inner, rest.join('.'), value)
  }
}

const sideOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

function addSentence(fields: Fields, text: string): void {
  const side = sideOf(text)
  const held = (fields['text'] ?? {}) as Record<string, string>
  fields['text'] = { ...held, [side]: held[side] ? `${held[side]}\n${text}` : text }
}

interface Reading {
  section: BriefSection | null
  heading: string | null
  /** The item that indented lines belong to. */
  open: Fields | null
  readonly own: Map<BriefSection, Fields>
  readonly items: Map<BriefSection, Fields[]>
  readonly notPlaced: NotPlaced[]
  languages: unknown
}

function addItem({ items, section }: Reading, fields: Fields): Fields {
  if (section !== null) items.set(section, [...(items.get(section) ?? []), fields])
  return fields
}

function ownFields({ own, section }: Reading): Fields {
  const fields = (section === null ? undefined : own.get(section)) ?? {}
  if (section !== null) own.set(section, fields)
  return fields
}

/** A line that somebody else wrote: a sentence, a point or a word where the section takes one. */
function placeLine(reading: Reading, line: string): boolean {
  const { section } = reading
  const text = line.replace(BULLET, '')
  if (section === null) return false
  if (SENTENCES.includes(section)) addSentence(ownFields(reading), text)
  else if (SPOKEN.includes(section)) addSentence(addItem(reading, section === 'productFacts' ? { evidence: null } : {}), text)
  else if (WORDS.includes(section)) addItem(reading, { text })
  else if (section === 'links') addItem(reading, { value: text })
  else return false
  return true
}

function readLine(reading: Reading, line: string): void {
  const trimmed = line.trim()
  const own = OWN_ITEM.exec(trimmed)
  const field = FIELD.exec(trimmed)
  if (own !== null && reading.section !== null) {
    const [, id, weight] = own
    reading.open = addItem(reading, weight === undefined ? { id } : { id, weight })
    return
  }
  if (field !== null && reading.section === null && field[1] === 'languages') {
    reading.languages = readValue(field[2] ?? '')
    return
  }
  if (field !== null && reading.section !== null && (reading.open !== null || !/^[-*•]/.test(trimmed))) {
    // Outside an item only names that our own text writes are fields: 「Launch: March」 is a sentence of theirs.
    const isSide = SENTENCES.includes(reading.section) && (Object.values(SIDE_NAMES) as string[]).includes(field[1] ?? '')
    if (reading.open !== null || isSide || OWN_FIELDS[reading.section]?.includes(field[1] ?? '')) {
      setField(reading.open ?? ownFields(reading), pathOf(field[1] ?? ''), readValue(field[2] ?? ''))
      return
    }
  }
  reading.open = null
  if (!placeLine(reading, trimmed)) reading.notPlaced.push({ heading: reading.heading, line: trimmed })
}

function startSection(reading: Reading, heading: string, section: BriefSection | null): void {
  reading.section = section
  reading.heading = heading
  reading.open = null
  const { items } = reading
  // A list that is named and empty is empty, not unknown.
  if (section !== null && !SINGLE.includes(section) && !items.has(section)) items.set(section, [])
}

const EMPTY = { zh: '', en: '' }
const withText = (fields: Fields) => ({ ...fields, text: { ...EMPTY, ...(fields['text'] as object | undefined) } })

function assemble({ own, items, languages }: Reading): Fields {
  const brief: Fields = languages === undefined ? {} : { languages }
  for (const [section, fields] of own) {
    if (SENTENCES.includes(section)) brief[section] = withText(fields).text
    else if (section === 'names' || section === 'review') Object.assign(brief, fields)
    else if (section === 'disclosure') brief['disclosure'] = { note: EMPTY, filingChannel: null, label: '', ...fields }
  }
  for (const [section, rows] of items) {
    if (section === 'disclosure')
      brief['disclosure'] = { note: EMPTY, filingChannel: null, label: '', ...(brief['disclosure'] as object), platforms: rows }
    else brief[section] = SPOKEN.includes(section) ? rows.map(withText) : rows
  }
  return brief
}

/**
 * Reads a brief from text: our own Markdown comes back the same; in others' texts headings are known by their usual names in Chinese
 * and English, sentences go to the side of their script, and what no section takes is handed back line by line. The result is not
 * checked: `briefSchema` does that.
 */
export function readBriefText(text: string): ReadBrief {
  const reading: Reading = {
    section: null,
    heading: null,
    open: null,
    own: new Map(),
    items: new Map(),
    notPlaced: [],
    languages: undefined,
  }
  for (const line of text.split(/\r\n?|\n/)) {
    const heading = HEADING.exec(line.trim())
    const name = heading?.[1] ?? heading?.[2]
    const bare = name === undefined ? findBareSection(line) : null
    if (name !== undefined && !/^brief$/i.test(name)) startSection(reading, name, findSection(name, 'marked'))
    else if (bare !== null) startSection(reading, line.trim(), bare)
    else if (line.trim() !== '' && name === undefined) readLine(reading, line)
  }
  return { brief: assemble(reading), notPlaced: reading.notPlaced, isWhole: false }
}
