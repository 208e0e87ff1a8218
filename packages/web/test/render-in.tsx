import { MantineProvider } from '@mantine/core'
import { createInstance } from 'i18next'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { en } from '../src/app/i18n/en.ts'
import { zh } from '../src/app/i18n/zh.ts'

/** What a part of a page reads as in a language. */
export function renderIn(language: 'en' | 'zh', part: ReactNode): string {
  const i18n = createInstance({
    lng: language,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  void i18n.use(initReactI18next).init()
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>{part}</MantineProvider>
    </I18nextProvider>,
  )
}
