import { BRIEF_HEADINGS } from './brief-headings.ts'
import { listFields } from './list-fields.ts'
import { BRIEF_SECTIONS, listBriefItems, type BriefItem } from './list-items.ts'
import type { Brief } from './schema.ts'

/** What the sides of a sentence are called in the text. */
export const SIDE_NAMES = { zh: '中文', en: 'English', de: 'Deutsch', fr: 'Français' } as const

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// A text that would read as something else, or over lines, is quoted; all else stands as a person would write it.
const isPlain = (text: string) => text === text.trim() && text !== '' && !/[\n\r]/.test(text) && !isJson(text)
const writeValue = (value: unknown) => (typeof value === 'string' && isPlain(value) ? value : JSON.stringify(value))

function nameField(path: string): string {
  const side = Object.entries(SIDE_NAMES).find(([language]) => path === `text.${language}`)
  return side?.[1] ?? path
}

function writeItem({ id, section, weight, content }: BriefItem): string[] {
  const told = listFields(content).filter(([, value]) => value !== undefined)
  const fields = told.map(([path, value]) => `${nameField(path)}: ${writeValue(value)}`)
  if (id === section) return fields
  return [`- #${id}${weight === null ? '' : ` [${weight}]`}`, ...fields.map((line) => `  ${line}`)]
}

/** A brief as Markdown that people read and `readBriefText` reads back the same: a heading per section, a line per field. */
export function writeBriefText(brief: Brief): string {
  const items = listBriefItems(brief)
  const sections = BRIEF_SECTIONS.map((section) => {
    const { zh, en } = BRIEF_HEADINGS[section]
    const lines = items.filter((item) => item.section === section).flatMap(writeItem)
    return `## ${zh[0] ?? ''} · ${en[0] ?? ''}\n\n${lines.join('\n')}\n`
  })
  const languages = brief.languages.length === 0 ? '' : `languages: ${JSON.stringify(brief.languages)}\n\n`
  return `# Brief\n\n${languages}${sections.join('\n')}`
}
