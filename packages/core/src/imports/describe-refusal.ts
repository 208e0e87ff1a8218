import { ERRORS, type Localized, type Refusal } from '../shared/index.ts'
import { SOURCES } from './source-table.ts'

const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** One clear sentence or two about a refusal of `importRecords`: what, where, how to fix it. An unknown code reads as itself. */
export function describeImportRefusal(refusal: Refusal): Localized {
  const entry = Object.entries(ERRORS).find(([code]) => code === refusal.code)?.[1]
  if (entry === undefined) return { en: `${refusal.code}.`, zh: `${refusal.code}。` }
  const data = describeData(refusal)
  return { en: [entry.title.en, ...data.en, entry.fix.en].join(' '), zh: [entry.title.zh, ...data.zh, entry.fix.zh].join('') }
}

function describeData(refusal: Refusal): { en: string[]; zh: string[] } {
  const headers = asList(refusal['headers'])
  const columns = asList(refusal['columns'])
  const closest = asList(refusal['closest'])
  const source = refusal['source']
  const parts = [
    headers.length > 0 && { en: `Its first row reads: ${shorten(headers, ', ')}.`, zh: `首行为：${shorten(headers, '、')}。` },
    closest.length > 0 && {
      en: `Closest: ${closest.map(nameSource('en')).join(', ')}.`,
      zh: `最接近：${closest.map(nameSource('zh')).join('、')}。`,
    },
    columns.length > 0 && { en: `Columns: ${shorten(columns, ', ')}.`, zh: `列：${shorten(columns, '、')}。` },
    typeof source === 'string' && { en: `Source: ${source}.`, zh: `来源：${source}。` },
    asList(refusal['known']).length > 0 && {
      en: `Known: ${asList(refusal['known']).join(', ')}.`,
      zh: `可用：${asList(refusal['known']).join('、')}。`,
    },
  ].filter((part) => part !== false)
  return { en: parts.map(({ en }) => en), zh: parts.map(({ zh }) => zh) }
}

// Enough to recognise the file by; a wide sheet would fill the screen.
const MOST_HEADERS = 12
const LONGEST_HEADER = 40
const cut = (header: string) => (header.length > LONGEST_HEADER ? `${header.slice(0, LONGEST_HEADER)}…` : header)
const shorten = (headers: readonly string[], by: string) =>
  headers.slice(0, MOST_HEADERS).map(cut).join(by) + (headers.length > MOST_HEADERS ? `${by}… ${headers.length}` : '')

function nameSource(language: 'en' | 'zh'): (id: string) => string {
  return (id) => {
    const title = SOURCES.find((source) => source.id === id)?.title[language] ?? ''
    return language === 'zh' ? `${id}（${title}）` : `${id} (${title})`
  }
}
