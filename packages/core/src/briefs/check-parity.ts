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
function listNumbers(text: string): string[] {
  const narrow = text.replace(/[\uFF10-\uFF19]/g, (figure) => figure.normalize('NFKC'))
  // "3 December" is 12月3日 on the other side.
  const plain = narrow.replace(MONTH, (month) => ` ${MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1} `)
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
function listSpelt(text: string): string[] {
  const spelt = (text.match(SPELT) ?? []).filter((word) => /[十百千万亿]/.test(word))
  return [...new Set(spelt.map((word) => String(readSpelt(word))))].toSorted()
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
  const spelt = listSpelt(zh)
  const isSaid = (number: string) => zhNumbers.includes(number) || spelt.includes(number)
  if (!enNumbers.every(isSaid) || !zhNumbers.every((number) => enNumbers.includes(number)))
    gaps.push({ path, problem: 'numbers_differ', zh: [...zhNumbers, ...spelt], en: enNumbers })
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
    ...brief.mustNot.map(({ text }, index) => ({ path: `mustNot[${index}]`, text })),
    ...brief.shots.map(({ text }, index) => ({ path: `shots[${index}]`, text })),
    { path: 'disclosure.note', text: brief.disclosure.note },
    ...brief.disclosure.platforms.map(({ note }, index) => ({ path: `disclosure.platforms[${index}].note`, text: note })),
    ...brief.reviewSteps.map(({ text }, index) => ({ path: `reviewSteps[${index}]`, text })),
    { path: 'usageRights', text: brief.usageRights },
    { path: 'paymentTerms', text: brief.paymentTerms },
  ]
}

/** Compares both languages sentence by sentence: a missing side, numbers or Latin names that differ. */
export function checkParity(brief: Brief): ParityGap[] {
  return listSentences(brief).flatMap(({ path, text }) => compareSides(path, text))
}
