import type { Bilingual, Brief } from './schema.ts'

/** One place where the two languages of a brief do not say the same. */
export interface ParityGap {
  readonly path: string
  readonly problem: 'missing_zh' | 'missing_en' | 'numbers_differ' | 'names_differ'
  readonly zh: string[]
  readonly en: string[]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b(?=\.?\s*\d)|(?<=\d\s?)\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b/gi
const NUMBER = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*(亿|万|千|k\b|thousand\b|million\b|m\b)?/gi
const FACTORS: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3, k: 1e3, thousand: 1e3, million: 1e6, m: 1e6 }

function listNumbers(text: string): string[] {
  // "3 December" is 12月3日 on the other side.
  const plain = text.replace(MONTH, (month) => ` ${MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1} `)
  const values = [...plain.matchAll(NUMBER)].map(([, digits = '', unit = '']) => {
    return Number(digits.replaceAll(',', '')) * (FACTORS[unit.toLowerCase()] ?? 1)
  })
  return [...new Set(values.map(String))].toSorted()
}

/** Latin names in a Chinese sentence ("Alpensee", "B5") must stand in the English one too. */
function listLatinNames(text: string): string[] {
  return [...new Set(text.match(/[A-Za-z][A-Za-z0-9-]{1,}/g) ?? [])]
}

function compareSides(path: string, { zh, en }: Bilingual): ParityGap[] {
  if (zh.trim() === '' && en.trim() === '') return []
  if (zh.trim() === '') return [{ path, problem: 'missing_zh', zh: [], en: [en] }]
  if (en.trim() === '') return [{ path, problem: 'missing_en', zh: [zh], en: [] }]
  const [zhNumbers, enNumbers] = [listNumbers(zh), listNumbers(en)]
  const lost = listLatinNames(zh).filter((name) => !en.toLowerCase().includes(name.toLowerCase()))
  const gaps: ParityGap[] = []
  if (zhNumbers.join() !== enNumbers.join()) gaps.push({ path, problem: 'numbers_differ', zh: zhNumbers, en: enNumbers })
  if (lost.length > 0) gaps.push({ path, problem: 'names_differ', zh: lost, en: [] })
  return gaps
}

/** Every bilingual sentence of a brief with its path, in the order of the form. */
export function listSentences(brief: Brief): { path: string; text: Bilingual }[] {
  return [
    { path: 'background', text: brief.background },
    { path: 'goal', text: brief.goal },
    { path: 'audience', text: brief.audience },
    { path: 'keyMessage', text: brief.keyMessage },
    ...brief.productFacts.map(({ text }, index) => ({ path: `productFacts[${index}]`, text })),
    ...brief.mustSay.map(({ text }, index) => ({ path: `mustSay[${index}]`, text })),
    ...brief.mustNot.map((text, index) => ({ path: `mustNot[${index}]`, text })),
    { path: 'disclosure.note', text: brief.disclosure.note },
    { path: 'usageRights', text: brief.usageRights },
    { path: 'paymentTerms', text: brief.paymentTerms },
  ]
}

/** Compares both languages sentence by sentence: a missing side, numbers or Latin names that differ. */
export function checkParity(brief: Brief): ParityGap[] {
  return listSentences(brief).flatMap(({ path, text }) => compareSides(path, text))
}
