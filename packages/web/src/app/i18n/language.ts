import { changeLanguage, use as extendWith } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@kolibra/core/shared'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

const STORE = 'kolibra.language'

/** What was chosen before, else what the browser prefers: any Chinese means zh, everything else en. */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (stored === 'en' || stored === 'zh') return stored
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag))
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

const applyToPage = (language: Language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export function startLanguage(): void {
  const language = chooseLanguage(localStorage.getItem(STORE), navigator.languages)
  applyToPage(language)
  void extendWith(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    nsSeparator: false,
    initAsync: false,
  })
}

export function switchLanguage(language: Language): void {
  localStorage.setItem(STORE, language)
  applyToPage(language)
  void changeLanguage(language)
}
