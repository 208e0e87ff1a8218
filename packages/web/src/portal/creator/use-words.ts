import { createContext, useContext } from 'react'
import { en } from './words-en.ts'
import { zh, type WordKey } from './words-zh.ts'

/** The languages of the creators' page; Chinese unless the creator chose the other. */
export type PageLanguage = 'zh' | 'en'
const STORED = 'kolibra-creator-language'

export function readLanguage(): PageLanguage {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export function storeLanguage(language: PageLanguage): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

export const LanguageContext = createContext<PageLanguage>('zh')

/** Fills the blanks of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank))
}

/** The sentences of the chosen language, and which it is. */
export function useWords() {
  const language = useContext(LanguageContext)
  const words: Readonly<Record<WordKey, string>> = language === 'zh' ? zh : en
  const t = (key: WordKey, values: Readonly<Record<string, string | number>> = {}) => fill(words[key], values)
  return { t, language }
}

/** A key put together from parts, or what to show when nobody named it. */
export function keyOr(key: string, other: WordKey): WordKey {
  return Object.hasOwn(zh, key) ? (key as WordKey) : other
}
