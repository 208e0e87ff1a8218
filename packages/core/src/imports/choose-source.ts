import { refuse, accept, type Outcome, type Refusal } from '../shared/index.ts'
import type { DecodedFile } from './decoded-file.ts'
import { formsOf, makeFormFinder } from './match-columns.ts'
import { readNumber } from './parse-number.ts'
import { readTime } from './parse-time.ts'
import { listTables } from './read-table.ts'
import type { Source } from './source.ts'
import { recogniseSource, SOURCES } from './source-table.ts'

// Below this, a table shares a few words with a source and is not one.
const LEAST_CONFIDENCE = 0.6

/** The source a file is of, recognised (`auto`) or as wanted; refused with `import.contact_data`, `import.no_header`, `import.unknown_table`, `import.unknown_source` or `import.wrong_source`. */
export function chooseSource(file: DecodedFile, wanted: string): Outcome<{ source: Source; confidence: number }, Refusal> {
  // MediaCrawler's "contacts": who follows whom, people who never agreed to anything.
  if (headersOf(file).includes('fan_id')) return refuse({ code: 'import.contact_data', name: file.name })
  if (wanted !== 'auto') return useSource(file, wanted)
  const candidates = recogniseSource(file)
  const [best] = candidates
  if (best !== undefined && best.confidence >= LEAST_CONFIDENCE) return accept(best)
  const headers = headersOf(file)
  return refuse({
    code: looksHeaderless(headers) ? 'import.no_header' : 'import.unknown_table',
    name: file.name,
    headers: headers.slice(0, 40),
    closest: listClosest(candidates, headers),
  })
}

function useSource(file: DecodedFile, wanted: string): Outcome<{ source: Source; confidence: number }, Refusal> {
  const source = SOURCES.find(({ id }) => id === wanted)
  if (source === undefined)
    return refuse({ code: 'import.unknown_source', name: file.name, source: wanted, known: SOURCES.map(({ id }) => id) })
  const confidence = source.recognise(file)
  if (confidence > 0) return accept({ source, confidence })
  return refuse({ code: 'import.wrong_source', name: file.name, source: wanted, headers: headersOf(file).slice(0, 40) })
}

function headersOf(file: DecodedFile): string[] {
  if (file.shape === 'table' || listTables(file).length > 0)
    return listTables(file).flatMap(({ header }) => header.filter((name) => name !== ''))
  return []
}

// A header names things; a first row of numbers, dates and links is data.
function looksHeaderless(headers: readonly string[]): boolean {
  const data = headers.filter((name) => readNumber(name).kind === 'value' || readTime(name).kind === 'moment' || /^https?:/.test(name))
  return headers.length > 0 && data.length >= Math.max(1, headers.length / 4)
}

// Below this, a table has no more than words of everyday in common with a source.
const LEAST_CLOSE = 0.5
const LEAST_WORDS = 1 / 3

function listClosest(candidates: readonly { source: Source; confidence: number }[], headers: readonly string[]): string[] {
  const close = candidates.filter(({ confidence }) => confidence >= LEAST_CLOSE)
  return close.length > 0 ? close.map(({ source }) => source.id) : closestByWords(headers)
}

function closestByWords(headers: readonly string[]): string[] {
  const forms = headers.map(formsOf)
  const rated = SOURCES.map(({ id, columns }) => {
    const find = makeFormFinder(columns.filter(({ target }) => target.to !== 'dropped'))
    return { id, hits: forms.filter((each) => find(each) !== undefined).length }
  })
  return rated
    .filter(({ hits }) => hits > 0 && hits >= headers.length * LEAST_WORDS)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, 3)
    .map(({ id }) => id)
}
