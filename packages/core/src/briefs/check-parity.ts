import { evenFigures, listSpelledWords } from './even-figures.ts'
import { isBlank } from './is-blank.ts'
import { listSentences, type Sentence } from './list-sentences.ts'
import { writeEnglishFigures } from './localize-figures.ts'
import type { Bilingual, Brief, BriefLanguage, OtherLanguage } from './schema.ts'

/** One place where the languages of a brief do not say the same: `language` is the side to look at, compared with the Chinese one. */
export interface ParityGap {
  readonly path: string
  readonly id: string
  readonly language: BriefLanguage
  readonly problem: 'missing_zh' | 'missing_en' | 'missing_extra' | 'numbers_differ' | 'names_differ' | 'outdated'
  readonly zh: string[]
  readonly other: string[]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b(?=\.?\s*\d)|(?<=\d\s?)\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b/gi
const NUMBER = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*([十百千]?[万亿]|[十百千]|k\b|thousand\b|million\b|billion\b|bn\b|m\b)?/gi
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 }
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }
// With a unit: a lone 一 or 两 is grammar as often as a number.
const SPELT = /[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零]+/g
const FIGURES = '零一二三四五六七八九'

const multiplyUnits = (units: string) => [...units].reduce((factor, unit) => factor * (UNITS[unit] ?? 1), 1)
// 1.13 × 10,000 is not whole in binary.
const roundMillionth = (value: number) => Math.round(value * 1e6) / 1e6

/** Numbers written in figures, with their unit multiplied in. */
export function listNumbers(text: string): string[] {
  const narrow = text.replace(/[\uFF10-\uFF19]/g, (figure) => figure.normalize('NFKC'))
  // "3 December" is 12月3日 on the other side.
  const plain = evenFigures(narrow).replace(MONTH, (month) => ` ${MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1} `)
  const values = [...plain.matchAll(NUMBER)].map(([, digits = '', unit = '']) =>
    roundMillionth(Number(digits.replaceAll(',', '')) * (FACTORS[unit.toLowerCase()] ?? multiplyUnits(unit))),
  )
  return [...new Set(values.map(String))].toSorted()
}

/** 三十万 → 300000: sections up to 千 are added, 万 multiplies its own section, 亿 all that stands before it. */
function readSpelt(text: string): number {
  let [total, section, figure] = [0, 0, 0]
  for (const sign of text.replaceAll('两', '二')) {
    const unit = UNITS[sign]
    if (unit === undefined) figure = FIGURES.indexOf(sign)
    else if (unit < 1e4) [section, figure] = [section + (figure || 1) * unit, 0]
    else if (unit < 1e8) [total, section, figure] = [total + (section + figure || 1) * unit, 0, 0]
    else [total, section, figure] = [(total + section + figure || 1) * unit, 0, 0]
  }
  return total + section + figure
}

/** Numbers spelt in Chinese characters. They may answer a figure of the English side, but ask for none: 十分 is no ten. */
export function listSpelt(text: string): string[] {
  const spelt = (text.match(SPELT) ?? []).filter((word) => /[十百千万亿]/.test(word))
  return [...new Set(spelt.map((word) => String(readSpelt(word))))].toSorted()
}

/** Latin names in a Chinese sentence ("Alpensee", "B5") must stand in the English one too. */
export function listLatinNames(text: string): string[] {
  return [...new Set(text.match(/[A-Za-z][A-Za-z0-9-]{1,}/g) ?? [])]
}

const has = (text: string | undefined) => (text ?? '').trim() !== ''

/** What the other side says otherwise than the Chinese one; both are there. */
function compareFacts({ path, id, text }: Sentence, language: OtherLanguage): ParityGap[] {
  const own = text[language] ?? ''
  const other = language === 'en' ? own : writeEnglishFigures(own, language)
  const [zhNumbers, enNumbers] = [listNumbers(text.zh), listNumbers(other)]
  const lost = listLatinNames(text.zh).filter((name) => !other.toLowerCase().includes(name.toLowerCase()))
  const spelt = listSpelt(text.zh)
  const isSaid = (number: string) => zhNumbers.includes(number) || spelt.includes(number)
  const gaps: ParityGap[] = []
  const answered = [...enNumbers, ...listSpelledWords(own, language)]
  if (!enNumbers.every(isSaid) || !zhNumbers.every((number) => answered.includes(number)))
    gaps.push({ path, id, language, problem: 'numbers_differ', zh: [...zhNumbers, ...spelt], other: enNumbers })
  if (lost.length > 0) gaps.push({ path, id, language, problem: 'names_differ', zh: lost, other: [] })
  return gaps
}

function compareSides(sentence: Sentence, extra: readonly OtherLanguage[]): ParityGap[] {
  const { path, id, text } = sentence
  if (isBlank(text)) return []
  if (!has(text.zh)) return [{ path, id, language: 'zh', problem: 'missing_zh', zh: [], other: [text.en] }]
  const languages: readonly OtherLanguage[] = ['en', ...extra]
  return languages.flatMap((language): ParityGap[] => {
    if (has(text[language])) return compareFacts(sentence, language)
    return [{ path, id, language, problem: language === 'en' ? 'missing_en' : 'missing_extra', zh: [text.zh], other: [] }]
  })
}

/** Sides that stood still while another was rewritten: somebody forgot them. */
function listOutdated(
  { path, id, text }: Sentence,
  { before, extra }: { before: Bilingual; extra: readonly OtherLanguage[] },
): ParityGap[] {
  const languages: readonly BriefLanguage[] = ['zh', 'en', ...extra]
  const told = languages.filter((language) => has(text[language]) && has(before[language]))
  const still = told.filter((language) => text[language] === before[language])
  if (still.length === told.length) return []
  return still.map((language) => ({ path, id, language, problem: 'outdated', zh: [], other: [] }))
}

/**
 * Compares the languages of a brief sentence by sentence: a missing side, numbers or Latin names that differ, and, with the version
 * before, a side that stood still while another was rewritten. German and French are compared where the brief wants them.
 */
export function checkParity(brief: Brief, previous: Brief | null = null): ParityGap[] {
  const earlier = new Map((previous === null ? [] : listSentences(previous)).map(({ id, text }) => [id, text]))
  return listSentences(brief).flatMap((sentence) => {
    const before = earlier.get(sentence.id)
    const outdated = before === undefined ? [] : listOutdated(sentence, { before, extra: brief.languages })
    return [...compareSides(sentence, brief.languages), ...outdated]
  })
}
