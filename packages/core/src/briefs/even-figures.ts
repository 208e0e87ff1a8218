import type { OtherLanguage } from './schema.ts'

// Up to twelve a sentence spells as often as not: 3 篇 is "three notes".
const WORDS: Readonly<Record<OtherLanguage, readonly string[]>> = {
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  de: ['ein(?:e[mnrs]?)?', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  fr: ['une?', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
}

/** Numbers up to twelve that a sentence spells. They may answer a figure of the Chinese side, but ask for none: "one" is often no number. */
export function listSpelledWords(text: string, language: OtherLanguage): string[] {
  const isSaid = (word: string) => new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'iu').test(text)
  return WORDS[language].flatMap((word, index) => (isSaid(word) ? [String(index + 1)] : []))
}

const RANGE = /(\d+(?:\.\d+)?)(\s*[-–—~～至到]\s*)(\d+(?:\.\d+)?\s*([万亿]|k\b))/gi
const AFTERNOON = /(\d{1,2})(:\d{2})?\s*p\.?m\b\.?/gi
const DISCOUNT = /(?<![\d.])(\d)(?:\.?(\d))?\s*折/g

/** Figures that mean the same written the same: 10-20万 as both in 万, 20:00 as 20, 8:30 pm as 20:30, 8 折 as 20 (percent off). */
export function evenFigures(text: string): string {
  return text
    .replace(RANGE, '$1$4$2$3')
    .replace(AFTERNOON, (_, hour: string, minutes = '') => `${(Number(hour) % 12) + 12}${minutes}`)
    .replace(/(?<![\d:])(\d{1,2}):00(?![\d:])/g, '$1')
    .replace(DISCOUNT, (_, tens: string, ones = '0') => `${100 - Number(`${tens}${ones}`)} `)
}
