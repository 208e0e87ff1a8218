import { useTranslation } from 'react-i18next'
import type { Language, Localized } from '@kolibra/core/shared'

/** The language shown now, and a reader for sentences that exist in both; a missing side falls back to the other. */
export function useLanguage(): { language: Language; read: (text: Localized | null | undefined) => string } {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'zh' ? 'zh' : 'en'
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return { language, read: (text) => text?.[language] || text?.[other] || '' }
}
